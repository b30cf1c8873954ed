//! The line editor, in a thread of its own: while it waits for keys, the engine can be asked what completes a word.

use super::complete::Found;
use super::highlight::Python;
use super::more;
use nu_ansi_term::Color;
use reedline::{
    ColumnarMenu, Completer, Emacs, FileBackedHistory, KeyCode, KeyModifiers, MenuBuilder, Prompt,
    PromptEditMode, PromptHistorySearch, PromptHistorySearchStatus, Reedline, ReedlineEvent, ReedlineMenu,
    Signal, Span, Suggestion, ValidationResult, Validator, default_emacs_keybindings,
};
use std::borrow::Cow;
use std::path::PathBuf;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread::JoinHandle;

/// Lines that the history keeps.
const HISTORY: usize = 10_000;
const MENU: &str = "completion";

/// What came from the keyboard.
pub enum Input {
    /// A whole input.
    Text(String),
    /// Ctrl-C: the line is dropped.
    Interrupt,
    /// Ctrl-D.
    End,
    /// The terminal failed.
    Failed(String),
}

enum Event {
    Complete(String, usize),
    Input(Input),
}

/// The editor as its user sees it.
pub struct Editor {
    /// None: it is to end.
    ask: Option<Sender<()>>,
    thread: Option<JoinHandle<()>>,
    reply: Sender<Found>,
    events: Receiver<Event>,
}

impl Editor {
    /// Starts it.
    pub fn start(coloured: bool) -> Editor {
        let (ask, asked) = channel();
        let (reply, replies) = channel();
        let (sender, events) = channel();
        let thread = std::thread::spawn(move || serve(coloured, &asked, replies, &sender));
        Editor { ask: Some(ask), thread: Some(thread), reply, events }
    }

    /// Reads one input; `complete` is asked what completes a word of a line.
    pub fn read(&self, mut complete: impl FnMut(&str, usize) -> Found) -> Input {
        let gone = || Input::Failed("the line editor ended".to_owned());
        if self.ask.as_ref().is_none_or(|ask| ask.send(()).is_err()) {
            return gone();
        }
        loop {
            match self.events.recv() {
                Ok(Event::Complete(line, at)) => {
                    let _ = self.reply.send(complete(&line, at));
                }
                Ok(Event::Input(input)) => return input,
                Err(_) => return gone(),
            }
        }
    }
}

impl Drop for Editor {
    fn drop(&mut self) {
        // It writes the history before it goes.
        self.ask = None;
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

fn serve(coloured: bool, asked: &Receiver<()>, replies: Receiver<Found>, events: &Sender<Event>) {
    let mut keys = default_emacs_keybindings();
    let tab = ReedlineEvent::UntilFound(vec![ReedlineEvent::Menu(MENU.to_owned()), ReedlineEvent::MenuNext]);
    keys.add_binding(KeyModifiers::NONE, KeyCode::Tab, tab);
    let menu = ColumnarMenu::default().with_name(MENU);
    let mut editor = Reedline::create()
        .with_completer(Box::new(Remote { events: events.clone(), replies }))
        .with_menu(ReedlineMenu::EngineCompleter(Box::new(menu)))
        .with_quick_completions(true)
        .with_edit_mode(Box::new(Emacs::new(keys)))
        .with_validator(Box::new(Whole))
        .with_highlighter(Box::new(Python { coloured }));
    // Without a history file there is a history of this conversation only.
    if let Some(history) = history_file().and_then(|path| FileBackedHistory::with_file(HISTORY, path).ok()) {
        editor = editor.with_history(Box::new(history));
    }
    while asked.recv().is_ok() {
        let input = match editor.read_line(&Arrows { coloured }) {
            Ok(Signal::Success(text)) => Input::Text(text),
            Ok(Signal::CtrlC) => Input::Interrupt,
            Ok(_) => Input::End,
            Err(error) => Input::Failed(format!("the terminal failed: {error}")),
        };
        // Also when the command should end in another way. Without it there is a history in memory.
        let _ = editor.sync_history();
        if events.send(Event::Input(input)).is_err() {
            return;
        }
    }
}

/// `HOGNOSE_HISTORY`, else a file among the state of the user's programs.
fn history_file() -> Option<PathBuf> {
    if let Some(path) = std::env::var_os("HOGNOSE_HISTORY") {
        return Some(PathBuf::from(path));
    }
    let state = std::env::var_os("XDG_STATE_HOME").map(PathBuf::from);
    let state = state.or_else(|| Some(PathBuf::from(std::env::var_os("HOME")?).join(".local/state")))?;
    Some(state.join("hognose").join("history"))
}

/// Asks the thread of the engine.
struct Remote {
    events: Sender<Event>,
    replies: Receiver<Found>,
}

impl Completer for Remote {
    fn complete(&mut self, line: &str, at: usize) -> Vec<Suggestion> {
        if self.events.send(Event::Complete(line.to_owned(), at)).is_err() {
            return Vec::new();
        }
        let Ok((start, found)) = self.replies.recv() else { return Vec::new() };
        let suggestion = |value| Suggestion { value, span: Span::new(start, at), ..Suggestion::default() };
        found.into_iter().map(suggestion).collect()
    }
}

/// Whole inputs are run, others get another line.
struct Whole;

impl Validator for Whole {
    fn validate(&self, line: &str) -> ValidationResult {
        if more::is_wanted(&format!("{line}\n")) {
            ValidationResult::Incomplete
        } else {
            ValidationResult::Complete
        }
    }
}

/// Python's prompt.
struct Arrows {
    coloured: bool,
}

impl Prompt for Arrows {
    fn render_prompt_left(&self) -> Cow<'_, str> {
        Cow::Borrowed("")
    }

    fn render_prompt_right(&self) -> Cow<'_, str> {
        Cow::Borrowed("")
    }

    fn render_prompt_indicator(&self, _mode: PromptEditMode) -> Cow<'_, str> {
        if self.coloured {
            Cow::Owned(Color::Green.bold().paint(">>> ").to_string())
        } else {
            Cow::Borrowed(">>> ")
        }
    }

    fn render_prompt_multiline_indicator(&self) -> Cow<'_, str> {
        Cow::Borrowed("... ")
    }

    fn render_prompt_history_search_indicator(&self, search: PromptHistorySearch) -> Cow<'_, str> {
        let failing = match search.status {
            PromptHistorySearchStatus::Passing => "",
            PromptHistorySearchStatus::Failing => "failing ",
        };
        Cow::Owned(format!("({failing}search: {}) ", search.term))
    }
}
