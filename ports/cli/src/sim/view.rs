//! The live view as a picture in characters.

use super::map::Map;
use super::watch::{Ending, Moment};
use hognose_device::Senses;
use hognose_robot::sim::world::{Pose, World};
use ratatui::Frame;
use ratatui::layout::{Constraint, Layout, Rect};
use ratatui::style::{Color, Modifier, Style};
use ratatui::text::{Line, Span};
use ratatui::widgets::{Block, Paragraph};

/// Most lines of the console that are kept.
const LINES: usize = 1000;
/// Width of the panel at the right.
const PANEL: u16 = 34;
/// Height of the console with its frame.
const CONSOLE: u16 = 9;
/// The keys.
const KEYS: &str = " space start  p pause  s stop  + - speed  0 max  l r buttons  q quit ";

/// Output of a program, line by line.
#[derive(Debug, Default)]
pub struct Console {
    lines: Vec<(u8, String)>,
    /// Is the last line still without its end?
    open: bool,
}

impl Console {
    /// More output.
    pub fn write(&mut self, stream: u8, text: &str) {
        for piece in text.split_inclusive('\n') {
            let (shown, ends) = match piece.strip_suffix('\n') {
                Some(shown) => (shown, true),
                None => (piece, false),
            };
            // What moves a terminal's cursor has no place here.
            let shown: String = shown.chars().filter(|c| !c.is_control()).collect();
            match self.lines.last_mut() {
                Some((last, line)) if self.open && *last == stream => line.push_str(&shown),
                _ => self.lines.push((stream, shown)),
            }
            self.open = !ends;
        }
        if self.lines.len() > LINES {
            self.lines.drain(..self.lines.len() - LINES);
        }
    }

    /// All that is kept.
    pub fn text(&self) -> String {
        self.lines.iter().map(|(_, line)| format!("{line}\n")).collect()
    }

    fn last(&self, n: usize) -> impl Iterator<Item = &(u8, String)> {
        self.lines.iter().skip(self.lines.len().saturating_sub(n))
    }
}

/// Everything that is shown.
pub struct View<'a> {
    /// Name of the program.
    pub program: &'a str,
    /// The world.
    pub world: &'a World,
    /// Where the robot was.
    pub trail: &'a [[f64; 2]],
    /// Where it is.
    pub pose: Pose,
    /// Which goals were reached.
    pub goals: &'a [bool],
    /// Its lights.
    pub lights: [[u8; 3]; 8],
    /// The tone that sounds: Hz, percent.
    pub tone: Option<(f32, u8)>,
    /// What it senses.
    pub senses: Senses,
    /// Touches so far.
    pub collisions: u32,
    /// State of the program.
    pub state: &'a str,
    /// How it ended.
    pub ending: Option<&'a Ending>,
    /// Virtual time, ms.
    pub now: u64,
    /// Virtual seconds in a real one, as set; None: as many as possible.
    pub speed: Option<f64>,
    /// The same as measured.
    pub measured: f64,
    /// What the program printed.
    pub console: &'a Console,
    /// What to press.
    pub keys: &'a str,
}

impl<'a> View<'a> {
    /// Of a moment of a run.
    pub fn of(
        moment: &Moment<'a>,
        program: &'a str,
        trail: &'a [[f64; 2]],
        console: &'a Console,
    ) -> View<'a> {
        let sim = moment.sim;
        View {
            program,
            world: sim.world(),
            trail,
            pose: sim.body().pose,
            goals: sim.goals(),
            lights: *sim.lights(),
            tone: sim.tone(),
            senses: moment.senses,
            collisions: sim.body().collisions,
            state: moment.state,
            ending: moment.ending,
            now: sim.now(),
            speed: None,
            measured: 0.0,
            console,
            keys: KEYS,
        }
    }

    /// Draws it.
    pub fn draw(&self, frame: &mut Frame<'_>) {
        let [top, keys] = Layout::vertical([Constraint::Min(6), Constraint::Length(1)]).areas(frame.area());
        let [top, console] =
            Layout::vertical([Constraint::Min(6), Constraint::Length(CONSOLE.min(top.height / 3))])
                .areas(top);
        let [map, panel] = Layout::horizontal([Constraint::Min(10), Constraint::Length(PANEL)]).areas(top);
        self.map(frame, map);
        let [state, sensors] = Layout::vertical([Constraint::Length(9), Constraint::Min(3)]).areas(panel);
        self.state(frame, state);
        self.sensors(frame, sensors);
        self.console(frame, console);
        frame.render_widget(Paragraph::new(self.keys).style(Style::new().fg(Color::DarkGray)), keys);
    }

    fn map(&self, frame: &mut Frame<'_>, area: Rect) {
        let block = Block::bordered().title(format!(" {} in {} ", self.program, self.world.name));
        let inside = block.inner(area);
        frame.render_widget(block, area);
        let map = Map {
            world: self.world,
            trail: self.trail,
            pose: self.pose,
            lights: self.lights,
            sees: (self.senses.front, self.senses.left_side, self.senses.right_side),
            goals: self.goals,
        };
        frame.render_widget(&map, inside);
    }

    fn state(&self, frame: &mut Frame<'_>, area: Rect) {
        let color = match (self.state, self.ending) {
            ("RUNNING", _) => Color::Green,
            ("PAUSED" | "WAITING_START" | "STOPPING", _) => Color::Yellow,
            ("FAULT", _) => Color::Red,
            (_, Some(ending)) if ending.cause.status() == 1 => Color::Red,
            _ => Color::Cyan,
        };
        let speed = match self.speed {
            Some(speed) => format!("{speed}x"),
            None => "max".to_owned(),
        };
        let reason = self.ending.map_or("", |ending| ending.reason.as_str());
        let lines = vec![
            Line::from(Span::styled(self.state, Style::new().fg(color).add_modifier(Modifier::BOLD))),
            Line::from(reason),
            row("time", format!("{:.1} s", self.now as f64 / 1000.0)),
            row("speed", format!("{speed} ({:.0}x)", self.measured)),
            row("x y", format!("{:.0} {:.0} mm", self.pose.x, self.pose.y)),
            row("heading", format!("{:.0}°", self.pose.heading.rem_euclid(360.0))),
            row("collisions", self.collisions.to_string()),
        ];
        frame.render_widget(Paragraph::new(lines).block(Block::bordered().title(" state ")), area);
    }

    fn sensors(&self, frame: &mut Frame<'_>, area: Rect) {
        let senses = &self.senses;
        let front = match senses.front {
            0 => "off".to_owned(),
            mm @ 2000.. => format!("nothing ({mm})"),
            mm => format!("{mm} mm"),
        };
        let [r, g, b] = senses.floor;
        let pressed = |bit: u8, name: &'static str| if senses.buttons >> bit & 1 == 1 { name } else { "-" };
        let mut lights: Vec<Span<'_>> = vec![Span::raw(format!("{:11}", "lights"))];
        lights.extend(self.lights.iter().map(|[r, g, b]| Span::styled("● ", Color::Rgb(*r, *g, *b))));
        let goals = self.goals.iter().filter(|&&reached| reached).count();
        let lines = vec![
            row("wheels", format!("{} {} mm/s", senses.left, senses.right)),
            row("front", front),
            row("sides", format!("{} {} %", senses.left_side, senses.right_side)),
            Line::from(vec![
                Span::raw(format!("{:11}", "floor")),
                Span::styled("██", Color::Rgb(r, g, b)),
                Span::raw(format!(" {r} {g} {b}")),
            ]),
            row("buttons", format!("{} {}", pressed(0, "left"), pressed(1, "right"))),
            row("battery", format!("{} %, {:.2} V", senses.battery, f64::from(senses.voltage) / 1000.0)),
            Line::from(lights),
            row("sound", self.tone.map_or("-".to_owned(), |(hz, volume)| format!("{hz:.0} Hz, {volume} %"))),
            row("goals", format!("{goals} of {}", self.goals.len())),
        ];
        frame.render_widget(Paragraph::new(lines).block(Block::bordered().title(" senses ")), area);
    }

    fn console(&self, frame: &mut Frame<'_>, area: Rect) {
        let error = self.ending.map_or("", |ending| ending.error.trim_end());
        let room = usize::from(area.height.saturating_sub(2));
        let errors: Vec<&str> = error.lines().collect();
        let errors = &errors[errors.len().saturating_sub(room)..];
        let mut lines: Vec<Line<'_>> = self
            .console
            .last(room - errors.len().min(room))
            .map(|(stream, line)| match stream {
                2 => Line::styled(line.as_str(), Color::Red),
                _ => Line::raw(line.as_str()),
            })
            .collect();
        lines.extend(errors.iter().map(|line| Line::styled(*line, Color::Red)));
        frame.render_widget(Paragraph::new(lines).block(Block::bordered().title(" console ")), area);
    }
}

fn row(name: &str, value: String) -> Line<'static> {
    Line::from(format!("{name:11}{value}"))
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::sim::watch::Cause;
    use hognose_robot::Hardware;
    use hognose_robot::sim::{Options, Sim};
    use ratatui::Terminal;
    use ratatui::backend::TestBackend;

    fn screen(sim: &Sim, ending: Option<&Ending>, console: &Console) -> ratatui::buffer::Buffer {
        let senses = Senses { front: 440, battery: 87, voltage: 3950, buttons: 2, ..Senses::default() };
        let state = if ending.is_some() { "READY" } else { "RUNNING" };
        let moment = Moment { sim, senses, state, ending };
        let trail = [[0.0, 0.0], [0.0, 300.0], [300.0, 300.0]];
        let view = View { speed: Some(5.0), ..View::of(&moment, "square.py", &trail, console) };
        let mut terminal = Terminal::new(TestBackend::new(100, 30)).unwrap();
        terminal.draw(|frame| view.draw(frame)).unwrap();
        terminal.backend().buffer().clone()
    }

    fn text(buffer: &ratatui::buffer::Buffer) -> String {
        let width = usize::from(buffer.area.width);
        let cells: Vec<&str> = buffer.content.iter().map(|cell| cell.symbol()).collect();
        cells.chunks(width).map(|row| row.concat() + "\n").collect()
    }

    fn world() -> World {
        let json = r#"{"name": "room", "goals": [{"at": [700, 700]}],
            "patches": [{"at": [-600, -600], "size": [400, 400], "color": "red"}]}"#;
        World::from_json(json).unwrap()
    }

    #[test]
    fn a_run_is_shown() {
        let mut sim = Sim::new(world(), Options::default());
        sim.show_lights(&[[0, 90, 0]; 8]);
        sim.advance(1500);
        let mut console = Console::default();
        console.write(1, "corner 1\ncor");
        console.write(1, "ner 2\n\x1b[2J");
        let buffer = screen(&sim, None, &console);
        let text = text(&buffer);
        for part in [
            " square.py in room ",
            "RUNNING",
            "time       1.5 s",
            "speed      5x",
            "front      440 mm",
            "battery    87 %, 3.95 V",
            "buttons    - right",
            "goals      0 of 1",
            "│corner 1 ",
            "│corner 2 ",
            "[2J",
            "q quit",
        ] {
            assert!(text.contains(part), "{part}: {text}");
        }
        let has = |test: &dyn Fn(&ratatui::buffer::Cell) -> bool| buffer.content.iter().any(test);
        assert!(has(&|cell| cell.fg == Color::Rgb(255, 160, 60)), "the trail");
        assert!(has(&|cell| cell.fg == Color::Green && cell.symbol() >= "\u{2800}"), "the goal");
        assert!(has(&|cell| cell.fg == Color::Rgb(90, 130, 170)), "what the front sensor sees");
        assert!(has(&|cell| cell.bg == Color::Rgb(200, 35, 30)), "the patch");
        assert!(has(&|cell| cell.symbol() == "●" && cell.fg == Color::Rgb(0, 255, 0)), "a light");
    }

    #[test]
    fn an_error_is_shown_in_the_console() {
        let sim = Sim::new(world(), Options::default());
        let error =
            "Traceback (most recent call last):\n    x = 1 / 0\nZeroDivisionError: division by zero".into();
        let ending = Ending { cause: Cause::Error, reason: "stopped by an error".into(), error };
        let buffer = screen(&sim, Some(&ending), &Console::default());
        let text = text(&buffer);
        for part in
            ["READY", "│stopped by an error", "│    x = 1 / 0", "│ZeroDivisionError: division by zero"]
        {
            assert!(text.contains(part), "{part}: {text}");
        }
    }

    /// No size of a terminal is too small.
    #[test]
    fn every_size_is_drawn() {
        let sim = Sim::new(world(), Options::default());
        let mut console = Console::default();
        console.write(1, "x\n");
        for (columns, rows) in [(0, 0), (1, 1), (3, 2), (20, 5), (40, 10), (300, 100)] {
            let senses = Senses::default();
            let moment = Moment { sim: &sim, senses, state: "RUNNING", ending: None };
            let view = View::of(&moment, "a.py", &[[0.0, 0.0]], &console);
            let mut terminal = Terminal::new(TestBackend::new(columns, rows)).unwrap();
            terminal.draw(|frame| view.draw(frame)).unwrap();
        }
    }
}
