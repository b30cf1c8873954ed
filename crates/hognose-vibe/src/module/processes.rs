//! Processes.

use crate::call::{Call, words};
use crate::part::{Processes, State};
use crate::wait::Wait;
use hognose::{NativeResult, Text, ToPython, Type, Value, Vm};
use hognose_vm::heap::Kind;

/// Most arguments of a program.
const ARGUMENTS: usize = 15;

/// How a program that was started stands.
enum Started {
    /// It runs under that number.
    Running(i32),
    /// It has ended with that status.
    Ended(i32),
}

pub fn exit(call: &mut Call<'_>, vm: &mut Vm<'_>) -> NativeResult {
    call.vibe.exit = Some(call.int32(0));
    call.wait(vm, Wait::Yield)
}

/// Starts program argument 0 with the arguments in argument 1, `begin` says how.
fn start(
    call: &mut Call<'_>,
    vm: &mut Vm<'_>,
    begin: impl FnOnce(&mut dyn Processes, i32, &str, &[&str]) -> Option<Started>,
) -> NativeResult<Option<Started>> {
    let given = call.value(vm, 1);
    let list = if call.has(1) { vm.unwrap(given) } else { Value::NONE };
    let sequence = matches!(vm.heap.kind(list), Kind::List | Kind::Tuple);
    if call.has(1) && !sequence && !list.is_none() {
        return Err(vm.raise_with(Type::TypeError, |vm, out| {
            out.write_str("object '")?;
            vm.write_type_name(given, out)?;
            out.write_str("' isn't a tuple or list")
        }));
    }
    let items = if sequence { vm.heap.items(list).len() } else { 0 };
    for i in 0..items {
        let item = Value(vm.heap.items(list).get(i).copied().unwrap_or_default());
        if !vm.heap.is_str(vm.unwrap(item)) {
            return Err(vm.raise_with(Type::TypeError, |vm, out| {
                out.write_str("can't convert '")?;
                vm.write_type_name(item, out)?;
                out.write_str("' object to str implicitly")
            }));
        }
    }
    if items > ARGUMENTS {
        return Ok(None);
    }
    let vm: &Vm<'_> = vm;
    let texts: [Option<Text<'_>>; ARGUMENTS] = core::array::from_fn(|i| {
        let item = if sequence { Value(*vm.heap.items(list).get(i)?) } else { return None };
        Some(vm.heap.text(vm.unwrap(item)))
    });
    let arguments: [&str; ARGUMENTS] =
        core::array::from_fn(|i| texts[i].as_ref().map_or("", |text| text.as_str()));
    let arguments = arguments.get(..items).unwrap_or(&[]);
    let name = words(vm, call.value(vm, 0));
    let pid = call.vibe.pid;
    let path = name.as_str().filter(|path| !path.is_empty());
    let found = |path: &&str| match call.computer.files() {
        Some(disk) => disk.stat(path).is_some_and(|stat| !stat.folder),
        None => true,
    };
    let path = path.filter(found);
    Ok(path.and_then(|path| begin(call.computer.processes()?, pid, path, arguments)))
}

pub fn exec(call: &mut Call<'_>, vm: &mut Vm<'_>) -> NativeResult {
    let started = start(call, vm, |processes, parent, path, arguments| {
        let done = processes.run(path, arguments).map(Started::Ended);
        done.or_else(|| processes.spawn(parent, path, arguments).map(Started::Running))
    })?;
    match started {
        Some(Started::Running(pid)) => call.wait(vm, Wait::Process(pid)),
        Some(Started::Ended(status)) => Ok(Value::int(status.into())),
        None => Ok(Value::int(-1)),
    }
}

pub fn spawn(call: &mut Call<'_>, vm: &mut Vm<'_>) -> NativeResult {
    let started = start(call, vm, |processes, parent, path, arguments| {
        processes.spawn(parent, path, arguments).map(Started::Running)
    })?;
    let Some(Started::Running(pid) | Started::Ended(pid)) = started else { return Ok(Value::int(-1)) };
    Ok(Value::int(pid.into()))
}

pub fn kill(call: &mut Call<'_>, _: &mut Vm<'_>) -> NativeResult {
    let pid = i32::try_from(call.int(0)).unwrap_or(0);
    let own = call.vibe.pid;
    let processes = call.computer.processes().filter(|_| pid > 0 && pid != own);
    Ok(Value::bool(processes.is_some_and(|processes| processes.kill(pid))))
}

pub fn ps(call: &mut Call<'_>, vm: &mut Vm<'_>) -> NativeResult {
    let mut list = super::files::Growing::new(vm)?;
    for index in 0.. {
        let Some(processes) = call.computer.processes() else { break };
        match processes.job(index) {
            Err(()) => break,
            Ok(None) => {}
            Ok(Some(job)) => {
                let item = (index as i64, job.name.as_str(), job.state as i64).to_python(vm);
                list.push(vm, item)?;
            }
        }
    }
    Ok(list.finish(vm))
}

pub fn process_count(call: &mut Call<'_>, _: &mut Vm<'_>) -> NativeResult {
    let mut count = 0;
    if let Some(processes) = call.computer.processes() {
        let mut index = 0;
        while let Ok(job) = processes.job(index) {
            count += i64::from(job.is_some_and(|job| matches!(job.state, State::Ready | State::Running)));
            index += 1;
        }
    }
    Ok(Value::int(count))
}
