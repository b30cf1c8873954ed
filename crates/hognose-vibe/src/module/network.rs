//! Network.

use crate::call::Call;
use crate::wait::{Wait, receive, sockets};
use hognose::{NativeResult, ToPython, Value, Vm};

pub fn get_ip(call: &mut Call<'_>, vm: &mut Vm<'_>) -> NativeResult {
    call.computer.network().map_or(0, |network| network.address()).to_python(vm)
}

pub fn get_mac(call: &mut Call<'_>, vm: &mut Vm<'_>) -> NativeResult {
    let mac = call.computer.network().map_or([0; 6], |network| network.mac());
    mac.as_slice().to_python(vm)
}

pub fn net_poll(call: &mut Call<'_>, _: &mut Vm<'_>) -> NativeResult {
    if let Some(network) = call.computer.network() {
        network.poll();
    }
    Ok(Value::NONE)
}

/// A dotted quad as address.
pub fn quad(host: &str) -> Option<u32> {
    let mut parts = host.split('.');
    let mut address = 0;
    for _ in 0..4 {
        let part = parts
            .next()
            .filter(|part| !part.is_empty() && part.len() <= 3 && part.bytes().all(|b| b.is_ascii_digit()))?;
        address = address << 8 | u32::from(part.parse::<u8>().ok()?);
    }
    parts.next().is_none().then_some(address)
}

pub fn dns_resolve(call: &mut Call<'_>, vm: &mut Vm<'_>) -> NativeResult {
    let ticket = {
        let words = call.words(vm, 0);
        let Some(host) = words.as_str().filter(|host| !host.is_empty()) else { return Ok(Value::int(0)) };
        if let Some(address) = quad(host) {
            return Ok(Value::int(address.into()));
        }
        call.computer.network().and_then(|network| network.resolve(host))
    };
    match ticket {
        Some(ticket) => call.wait(vm, Wait::Resolve(ticket)),
        None => Ok(Value::int(0)),
    }
}

pub fn ping(call: &mut Call<'_>, vm: &mut Vm<'_>) -> NativeResult {
    let (address, timeout) = (call.int(0) as u32, call.int(1) as u32);
    match call.computer.network().and_then(|network| network.ping(address, timeout)) {
        Some(ticket) => call.wait(vm, Wait::Ping(ticket)),
        None => Ok(Value::FALSE),
    }
}

fn connect(call: &mut Call<'_>, vm: &mut Vm<'_>, tls: bool) -> NativeResult {
    let (address, port) = (call.int(0) as u32, call.int(1) as u16);
    let ticket = {
        let words = if tls { Some(call.words(vm, 2)) } else { None };
        let host = words.as_ref().map_or(Some(""), |words| words.as_str());
        let sockets = sockets(call.computer, tls);
        host.and_then(|host| sockets.and_then(|sockets| sockets.connect(address, port, host)))
    };
    match ticket {
        Some(ticket) => call.wait(vm, Wait::Connect { tls, ticket }),
        None => Ok(Value::int(-1)),
    }
}

fn send(call: &mut Call<'_>, vm: &mut Vm<'_>, tls: bool) -> NativeResult {
    let socket = call.int(0);
    let words = call.words(vm, 1);
    let sent = sockets(call.computer, tls).and_then(|sockets| sockets.send(socket, &words));
    Ok(Value::int(sent.map_or(-1, |n| n as i64)))
}

fn take(call: &mut Call<'_>, vm: &mut Vm<'_>, tls: bool) -> NativeResult {
    let (socket, timeout) = (call.int(0), call.int(2));
    let most = usize::try_from(call.int(1)).unwrap_or(0);
    match receive(call.computer, vm, tls, socket, most, timeout == 0)? {
        Some(value) => Ok(value),
        None => {
            let until = call.moment(timeout);
            call.wait(vm, Wait::Receive { tls, socket, most, until })
        }
    }
}

fn close(call: &mut Call<'_>, tls: bool) -> NativeResult {
    let socket = call.int(0);
    if let Some(sockets) = sockets(call.computer, tls) {
        sockets.close(socket);
    }
    Ok(Value::NONE)
}

fn is_connected(call: &mut Call<'_>, tls: bool) -> NativeResult {
    let socket = call.int(0);
    if let Some(network) = call.computer.network() {
        network.poll();
    }
    Ok(Value::bool(sockets(call.computer, tls).is_some_and(|sockets| sockets.is_connected(socket))))
}

pub fn tcp_connect(call: &mut Call<'_>, vm: &mut Vm<'_>) -> NativeResult {
    connect(call, vm, false)
}

pub fn tcp_send(call: &mut Call<'_>, vm: &mut Vm<'_>) -> NativeResult {
    send(call, vm, false)
}

pub fn tcp_recv(call: &mut Call<'_>, vm: &mut Vm<'_>) -> NativeResult {
    take(call, vm, false)
}

pub fn tcp_close(call: &mut Call<'_>, _: &mut Vm<'_>) -> NativeResult {
    close(call, false)
}

pub fn tcp_is_connected(call: &mut Call<'_>, _: &mut Vm<'_>) -> NativeResult {
    is_connected(call, false)
}

pub fn tls_connect(call: &mut Call<'_>, vm: &mut Vm<'_>) -> NativeResult {
    connect(call, vm, true)
}

pub fn tls_send(call: &mut Call<'_>, vm: &mut Vm<'_>) -> NativeResult {
    send(call, vm, true)
}

pub fn tls_recv(call: &mut Call<'_>, vm: &mut Vm<'_>) -> NativeResult {
    take(call, vm, true)
}

pub fn tls_close(call: &mut Call<'_>, _: &mut Vm<'_>) -> NativeResult {
    close(call, true)
}

pub fn tls_is_connected(call: &mut Call<'_>, _: &mut Vm<'_>) -> NativeResult {
    is_connected(call, true)
}
