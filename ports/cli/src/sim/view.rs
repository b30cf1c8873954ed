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
