//! What the computer tells about itself; its light and its log.

use crate::call::Call;
use hognose::{NativeResult, ToPython, Value, Vm};

pub fn mem_free(call: &mut Call<'_>, vm: &mut Vm<'_>) -> NativeResult {
    call.computer.system().map_or(0, |system| system.heap_free()).to_python(vm)
}

pub fn mem_used(call: &mut Call<'_>, vm: &mut Vm<'_>) -> NativeResult {
    call.computer.system().map_or(0, |system| system.heap_used()).to_python(vm)
}

pub fn ram_total(call: &mut Call<'_>, vm: &mut Vm<'_>) -> NativeResult {
    call.computer.system().map_or(0, |system| system.ram_total()).to_python(vm)
}

pub fn disk_total(call: &mut Call<'_>, vm: &mut Vm<'_>) -> NativeResult {
    call.computer.system().map_or(0, |system| system.disk_total()).to_python(vm)
}

pub fn disk_free(call: &mut Call<'_>, vm: &mut Vm<'_>) -> NativeResult {
    call.computer.system().map_or(0, |system| system.disk_free()).to_python(vm)
}

pub fn cpu_info(call: &mut Call<'_>, vm: &mut Vm<'_>) -> NativeResult {
    match call.computer.system() {
        Some(system) => {
            let cpu = system.cpu();
            (cpu.name, cpu.mhz, cpu.cores).to_python(vm)
        }
        None => ("", 0, 0).to_python(vm),
    }
}

pub fn usb_devices(call: &mut Call<'_>, vm: &mut Vm<'_>) -> NativeResult {
    let mut list = super::files::Growing::new(vm)?;
    for index in 0..usize::from(u8::MAX) {
        let Some(system) = call.computer.system() else { break };
        let Some(device) = system.usb(index) else { break };
        let item = (device.vendor, device.product, device.name).to_python(vm);
        list.push(vm, item)?;
    }
    Ok(list.finish(vm))
}

fn led(call: &mut Call<'_>, on: impl FnOnce(bool) -> bool) -> NativeResult {
    if let Some(led) = call.computer.led() {
        let next = on(led.is_on());
        led.set(next);
    }
    Ok(Value::NONE)
}

pub fn led_on(call: &mut Call<'_>, _: &mut Vm<'_>) -> NativeResult {
    led(call, |_| true)
}

pub fn led_off(call: &mut Call<'_>, _: &mut Vm<'_>) -> NativeResult {
    led(call, |_| false)
}

pub fn led_toggle(call: &mut Call<'_>, _: &mut Vm<'_>) -> NativeResult {
    led(call, |on| !on)
}

pub fn led_status(call: &mut Call<'_>, _: &mut Vm<'_>) -> NativeResult {
    Ok(Value::bool(call.computer.led().is_some_and(|led| led.is_on())))
}

pub fn klog_size(call: &mut Call<'_>, vm: &mut Vm<'_>) -> NativeResult {
    call.computer.log().map_or(0, |log| log.size()).to_python(vm)
}

pub fn klog_read(call: &mut Call<'_>, vm: &mut Vm<'_>) -> NativeResult {
    let size = call.computer.log().map_or(0, |log| log.size());
    let offset = usize::try_from(call.int(0)).unwrap_or(0).min(size);
    let wanted = if call.has(1) { usize::try_from(call.int(1)).unwrap_or(0) } else { size };
    let n = wanted.min(size - offset);
    vm.new_bytes_by(n, [], |_, _, out| {
        if let Some(log) = call.computer.log() {
            log.read(offset, out);
        }
    })
}
