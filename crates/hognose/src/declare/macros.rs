//! The macros that declare host modules.

/// Declares a host module: functions and constants that scripts import.
///
/// ```
/// use hognose::{Budget, Captured, Engine, Host, Outcome, module, modules};
///
/// /// What stands behind the module.
/// struct Robot {
///     speed: i64,
/// }
///
/// module! {
///     /// The motors of the robot.
///     pub MOTORS = "motors" for Robot;
///
///     /// Diameter of a wheel.
///     const WHEEL: int unit "mm" = 56;
///
///     /// Drives both wheels at that speed.
///     fn drive(robot, speed: int in -1000..=1000 unit "mm/s", seconds: float in 0.0..=60.0 unit "s" = 1.0) cost 20 {
///         robot.speed = speed;
///         let _ = seconds;
///         Ok(())
///     }
///
///     /// Speed of the wheels now.
///     fn speed(robot) -> int unit "mm/s" {
///         Ok(robot.speed)
///     }
/// }
///
/// impl Host for Robot {
///     fn write(&mut self, _stream: u8, _bytes: &[u8]) {}
///     fn state(&mut self) -> Option<&mut dyn core::any::Any> {
///         Some(self)
///     }
/// }
///
/// let mut robot = Robot { speed: 0 };
/// let mut block = vec![0u64; 16 * 1024];
/// let mut engine = Engine::with_modules(&mut block, modules![MOTORS])?;
/// engine.set_host(&mut robot);
/// engine.load_source("import motors\nmotors.drive(250, seconds=0.5)\nv = motors.speed()", "drive.py")?;
/// assert_eq!(engine.run(Budget::fuel(10_000)), Outcome::Finished);
/// assert_eq!(engine.global_as::<i64>("v"), Ok(250));
/// assert_eq!(MOTORS.declaration.functions[0].help.lines().next(), Some("drive(speed: int, seconds: float = 1.0) -> None"));
/// # Ok::<(), hognose::Error>(())
/// ```
///
/// # The head
///
/// `VISIBILITY NAME = "python name" for State;` makes a `static NAME:` [`Module`](crate::declare::Module). `State` is the type that the
/// host's [`Host::state`](crate::Host::state) (or `state_of`) gives; without `for`, the functions get `()`.
///
/// # Constants
///
/// `const NAME: type unit "mm" = value;` with type `int`, `float`, `bool` or `str`.
///
/// # Functions
///
/// `fn name(state, parameters) -> type unit "mm" cost 20 { body }`. The body is Rust and gives `Result<T, `[`Raise`](crate::Raise)`>`; `?` and
/// `return` work. Result type, unit and cost may be left out: None, no unit, 0. A cost is fuel on top of what a call costs.
///
/// A parameter is `name: type in LOW..=HIGH unit "s" = default`, all but name and type optional. Ends that are not plain numbers are
/// written `in [LOW, HIGH]`. With `clamp` instead of `in`, a number beyond the range becomes its nearest end, and the script is
/// told if the host says so ([`Host::limited`](crate::Host::limited)); only negative times, in `ms` or `s`, are refused. Ranges of `str` and `bytes` are those of their length.
///
/// | type | takes | in Rust |
/// |---|---|---|
/// | `int` | int, bool | `i64` |
/// | `float` | float, int | `f64` |
/// | `bool` | bool | `bool` |
/// | `str` | str | `&str` |
/// | `bytes` | bytes, bytearray | `&[u8]` |
/// | `any` | everything; default `None` | [`Object`](crate::Object) |
/// | `callable` | functions, methods, classes, objects with `__call__` | [`Handle`](crate::Handle): release it when it is done |
///
/// Results may also be `list` ([`List`](crate::List)), `tuple` and `none`. Arguments that are not allowed never reach the body: the
/// script gets `ValueError: drive(): speed must be -1000..=1000 mm/s, not 2000`, or a TypeError.
///
/// # Pending functions
///
/// `pending fn` gives `Result<`[`Poll`](core::task::Poll)`<T>, Raise>`. After `Poll::Pending` the run ends with
/// [`Outcome::Waiting`](crate::Outcome::Waiting), and the value of the call is what the host gives to
/// [`Engine::answer`](crate::Engine::answer).
#[macro_export]
macro_rules! module {
    ($(#[doc = $doc:literal])* $vis:vis $module:ident = $name:literal $(for $state:ty)?; $($rest:tt)*) => {
        $crate::module! { @items [[$($doc)*] [$vis] $module $name [$($state)?]] [] [] $($rest)* }
    };

    (@items $head:tt [$($constants:tt)*] $functions:tt
        $(#[doc = $doc:literal])* const $name:ident : $kind:ident $(unit $unit:literal)? = $value:expr;
        $($rest:tt)*
    ) => {
        $crate::module! { @items $head [$($constants)* ([$($doc)*] $name $kind [$($unit)?] $value)] $functions $($rest)* }
    };
    (@items $head:tt $constants:tt $functions:tt $(#[doc = $doc:literal])* pending fn $($rest:tt)*) => {
        $crate::module! { @function $head $constants $functions [$($doc)*] pending $($rest)* }
    };
    (@items $head:tt $constants:tt $functions:tt $(#[doc = $doc:literal])* fn $($rest:tt)*) => {
        $crate::module! { @function $head $constants $functions [$($doc)*] direct $($rest)* }
    };

    (@function [$docs:tt $vis:tt $module:ident $mname:literal $state_type:tt] $constants:tt [$($functions:tt)*] [$($doc:literal)*] $when:ident
        $name:ident ( $state:tt $(,
            $p:ident : $kind:ident
            $(in $low:literal ..= $high:literal)?
            $(in [ $first:expr, $last:expr ])?
            $(clamp $from:literal ..= $to:literal)?
            $(clamp [ $least:expr, $most:expr ])?
            $(unit $unit:literal)?
            $(= $default:expr)?
        )* $(,)? )
        $(-> $result:ident $(unit $runit:literal)?)?
        $(cost $cost:literal)?
        $body:block
        $($rest:tt)*
    ) => {
        $crate::module! { @items [$docs $vis $module $mname $state_type] $constants [$($functions)*
            ([$($doc)*] $when $name $state_type $state
                [$( ($p $kind [$($low, $high)? $($first, $last)? $($from, $to)? $($least, $most)?] [$($from)? $($least)?] [$($unit)?] [$($default)?]) )*]
                [$($result)?] [$($($runit)?)?] [$($cost)?] $body)
        ] $($rest)* }
    };

    (@items [[$($doc:literal)*] [$vis:vis] $module:ident $name:literal $state:tt] [$($constant:tt)*] [$($function:tt)*]) => {
        $(#[doc = $doc])*
        $vis static $module: $crate::declare::Module = {
            const __FUNCTIONS: &[($crate::declare::Function, $crate::Native)] =
                &[$($crate::__host_function!($function)),*];
            const __CONSTANTS: &[($crate::declare::Constant, fn(&mut $crate::Vm<'_>) -> $crate::NativeResult)] =
                &[$($crate::__host_constant!($constant)),*];
            static __DECLARED: [$crate::declare::Function; __FUNCTIONS.len()] =
                $crate::declare::firsts(__FUNCTIONS, $crate::declare::Function::NONE);
            static __VALUES: [$crate::declare::Constant; __CONSTANTS.len()] =
                $crate::declare::firsts(__CONSTANTS, $crate::declare::Constant::NONE);
            static __TABLE: [$crate::Def; __FUNCTIONS.len() + __CONSTANTS.len()] =
                $crate::declare::table(__FUNCTIONS, __CONSTANTS);
            static __NOTES: [$crate::Note; __FUNCTIONS.len()] = $crate::declare::notes(__FUNCTIONS);
            const __DOC: &str = $crate::__host_text!(doc(concat!($($doc, "\n"),*)));
            $crate::declare::Module {
                declaration: $crate::declare::HostModule {
                    name: $name,
                    doc: __DOC,
                    functions: &__DECLARED,
                    constants: &__VALUES,
                },
                definition: $crate::ModuleDef { name: $name, attributes: &__TABLE, types: &[], notes: &[&__NOTES], doc: __DOC },
            }
        };
    };
}

/// The library and host modules in one table, for [`Engine::with_modules`](crate::Engine::with_modules): `modules![MOTORS, robot::SENSORS]`.
#[macro_export]
macro_rules! modules {
    ($($module:path),* $(,)?) => {{
        const MODULES: &[&$crate::declare::Module] = &[$(&$module),*];
        static ALL: [&$crate::ModuleDef; $crate::LIBRARY.len() + MODULES.len()] =
            $crate::declare::joined($crate::LIBRARY, MODULES);
        let all: &'static [&'static $crate::ModuleDef] = &ALL;
        all
    }};
}

#[doc(hidden)]
#[macro_export]
macro_rules! __host_text {
    ($write:ident($of:expr)) => {{
        const LEN: usize = $crate::declare::wording::$write::<0>($of).len();
        const BYTES: &[u8] = &$crate::declare::wording::$write::<LEN>($of).bytes();
        $crate::declare::wording::text(BYTES)
    }};
}

#[doc(hidden)]
#[macro_export]
macro_rules! __host_constant {
    (([$($doc:literal)*] $name:ident $kind:ident [$($unit:literal)?] $value:expr)) => {{
        const VALUE: $crate::declare::Literal = $crate::__host_word!(literal $kind $value);
        fn make(vm: &mut $crate::Vm<'_>) -> $crate::NativeResult {
            $crate::declare::argument::constant(vm, &VALUE)
        }
        const CONSTANT: $crate::declare::Constant = $crate::declare::Constant {
            name: stringify!($name),
            doc: $crate::__host_text!(doc(concat!($($doc, "\n"),*))),
            value: VALUE,
            unit: concat!($($unit)?),
        };
        (CONSTANT, make)
    }};
}

#[doc(hidden)]
#[macro_export]
macro_rules! __host_function {
    (([$($doc:literal)*] $when:ident $name:ident $state_type:tt $state:tt
        [$( ($p:ident $kind:ident $range:tt $clamped:tt [$($unit:literal)?] $default:tt) )*]
        $result:tt [$($runit:literal)?] [$($cost:literal)?] $body:block
    )) => {{
        const __PLAIN: $crate::declare::Function = $crate::declare::Function {
            name: stringify!($name),
            doc: $crate::__host_text!(doc(concat!($($doc, "\n"),*))),
            parameters: &[$($crate::declare::Parameter {
                name: stringify!($p),
                kind: $crate::__host_word!(kind $kind),
                range: $crate::__host_word!(range $kind $range),
                clamped: $crate::__host_word!(clamped $kind $clamped),
                unit: concat!($($unit)?),
                default: $crate::__host_word!(default $kind $default),
            }),*],
            result: $crate::__host_word!(result $result),
            unit: concat!($($runit)?),
            cost: 0 $(+ $cost)?,
            pending: $crate::__host_word!($when),
            help: "",
            signature: 0,
        };
        const _: () = $crate::declare::wording::sound(&__PLAIN);
        const __FUNCTION: $crate::declare::Function = $crate::declare::Function {
            help: $crate::__host_text!(help(&__PLAIN)),
            signature: $crate::declare::wording::declaration::<0>(&__PLAIN).hash(),
            ..__PLAIN
        };
        static __DECLARED: $crate::declare::Function = __FUNCTION;
        #[allow(unused_variables, clippy::redundant_closure_call, clippy::let_unit_value)]
        fn native(vm: &mut $crate::Vm<'_>, args: $crate::Args) -> $crate::NativeResult {
            let values = $crate::declare::argument::check::<{ __FUNCTION.parameters.len() }>(vm, args, &__DECLARED)?;
            $crate::__host_word!(with vm $state_type $state {
                let outcome = {
                    let vm: &$crate::Vm<'_> = vm;
                    let [$($p),*] = values;
                    $(let $p = <$crate::__host_word!(marker $kind) as $crate::convert::Parameter>::hold(vm, $p);)*
                    $(let $p = $crate::__host_word!(view $kind $p);)*
                    (|| -> ::core::result::Result<$crate::__host_word!(given $when $result), $crate::Raise> { $body })()
                };
                $crate::__host_word!(finish $when vm outcome __DECLARED)
            })
        }
        (__FUNCTION, native as $crate::Native)
    }};
}

/// The words of a declaration, one by one.
#[doc(hidden)]
#[macro_export]
macro_rules! __host_word {
    (kind int) => { $crate::declare::Kind::Int };
    (kind float) => { $crate::declare::Kind::Float };
    (kind bool) => { $crate::declare::Kind::Bool };
    (kind str) => { $crate::declare::Kind::Str };
    (kind bytes) => { $crate::declare::Kind::Bytes };
    (kind any) => { $crate::declare::Kind::Any };
    (kind callable) => { $crate::declare::Kind::Callable };
    (kind $other:ident) => {
        compile_error!(concat!("no type of a parameter: ", stringify!($other), ". There are int, float, bool, str, bytes, any, callable"))
    };

    (result []) => { $crate::declare::Kind::None };
    (result [none]) => { $crate::declare::Kind::None };
    (result [list]) => { $crate::declare::Kind::List };
    (result [tuple]) => { $crate::declare::Kind::Tuple };
    (result [$kind:ident]) => { $crate::__host_word!(kind $kind) };

    (range $kind:ident []) => { $crate::declare::Range::All };
    (range int [$low:expr, $high:expr]) => { $crate::declare::Range::Int($low, $high) };
    (range float [$low:expr, $high:expr]) => { $crate::declare::Range::Float($low as f64, $high as f64) };
    (range str [$low:expr, $high:expr]) => { $crate::declare::Range::Length($low, $high) };
    (range bytes [$low:expr, $high:expr]) => { $crate::declare::Range::Length($low, $high) };
    (range $kind:ident $range:tt) => {
        compile_error!(concat!("a parameter of type ", stringify!($kind), " has no range"))
    };

    (clamped $kind:ident []) => { false };
    (clamped int $range:tt) => { true };
    (clamped float $range:tt) => { true };
    (clamped $kind:ident $range:tt) => {
        compile_error!(concat!("a parameter of type ", stringify!($kind), " cannot be clamped"))
    };

    (default $kind:ident []) => { None };
    (default $kind:ident [$value:expr]) => { Some($crate::__host_word!(literal $kind $value)) };
    (literal int $value:expr) => { $crate::declare::Literal::Int($value) };
    (literal float $value:expr) => { $crate::declare::Literal::Float($value as f64) };
    (literal bool $value:expr) => { $crate::declare::Literal::Bool($value) };
    (literal str $value:expr) => { $crate::declare::Literal::Str($value) };
    (literal $kind:ident $value:expr) => {{
        const _: Option<()> = $value;
        $crate::declare::Literal::None
    }};

    (direct) => { false };
    (pending) => { true };

    (marker int) => { $crate::convert::kinds::Int };
    (marker float) => { $crate::convert::kinds::Float };
    (marker bool) => { $crate::convert::kinds::Bool };
    (marker str) => { $crate::convert::kinds::Str };
    (marker bytes) => { $crate::convert::kinds::Bytes };
    (marker any) => { $crate::convert::kinds::Any };
    (marker callable) => { $crate::convert::kinds::Callable };
    (marker $other:ident) => { $crate::convert::kinds::Any };

    (view str $p:ident) => { $p.as_str() };
    (view $kind:ident $p:ident) => { $p };

    (given direct $result:tt) => { $crate::__host_word!(rust $result) };
    (given pending $result:tt) => { ::core::task::Poll<$crate::__host_word!(rust $result)> };
    (rust []) => { () };
    (rust [none]) => { () };
    (rust [int]) => { i64 };
    (rust [float]) => { f64 };
    (rust [bool]) => { bool };
    (rust [$other:ident]) => { _ };

    (finish direct $vm:ident $outcome:ident $function:ident) => { $crate::declare::argument::finish($vm, $outcome) };
    (finish pending $vm:ident $outcome:ident $function:ident) => {
        $crate::declare::argument::finish_pending($vm, $outcome, &$function)
    };

    (with $vm:ident [] _ $body:block) => { $body };
    (with $vm:ident [] $state:tt $body:block) => {{
        let $state = &mut ();
        $body
    }};
    (with $vm:ident [$type:ty] $state:tt $body:block) => {
        $vm.with_host::<$type, _>(|$state, $vm| $body)
    };
}
