//! The loudspeaker of the system.

use cpal::traits::{DeviceTrait, HostTrait, StreamTrait};
use hognose_vibe::part::Format;
use std::collections::VecDeque;
use std::sync::{Arc, Mutex};

/// Moments that wait for the system at most.
const MOST: usize = 96_000;

/// The loudspeaker of the system. It is fed at its own rate.
pub struct Output {
    waiting: Arc<Mutex<VecDeque<f32>>>,
    rate: u32,
    channels: usize,
    place: f64,
    _stream: cpal::Stream,
}

impl Output {
    /// None: there is none.
    pub fn new() -> Option<Output> {
        let device = cpal::default_host().default_output_device()?;
        let config = device
            .default_output_config()
            .ok()
            .filter(|config| config.sample_format() == cpal::SampleFormat::F32)?;
        let config: cpal::StreamConfig = config.into();
        let waiting = Arc::new(Mutex::new(VecDeque::<f32>::new()));
        let source = Arc::clone(&waiting);
        let fill = move |out: &mut [f32], _: &cpal::OutputCallbackInfo| {
            let mut waiting = source.lock().unwrap_or_else(|broken| broken.into_inner());
            for slot in out {
                *slot = waiting.pop_front().unwrap_or(0.0);
            }
        };
        let stream = device.build_output_stream(&config, fill, |_| {}, None).ok()?;
        stream.play().ok()?;
        let (rate, channels) = (config.sample_rate.0, usize::from(config.channels));
        Some(Output { waiting, rate, channels, place: 0.0, _stream: stream })
    }

    /// Plays samples of that format.
    pub fn play(&mut self, format: Format, samples: impl Iterator<Item = i16>) {
        let samples: Vec<i16> = samples.collect();
        let step = f64::from(format.rate) / f64::from(self.rate);
        let moments: Vec<&[i16]> = samples.chunks_exact(format.channels as usize).collect();
        let mut waiting = self.waiting.lock().unwrap_or_else(|broken| broken.into_inner());
        while (self.place as usize) < moments.len() && waiting.len() < MOST {
            let moment = moments[self.place as usize];
            for channel in 0..self.channels {
                let sample = moment.get(channel).or(moment.last()).copied().unwrap_or(0);
                waiting.push_back(f32::from(sample) / 32768.0);
            }
            self.place += step;
        }
        self.place = (self.place - moments.len() as f64).max(0.0);
    }
}
