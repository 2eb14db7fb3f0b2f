import { desktop as t } from '../kit/messages/en/desktop.ts';

/** What is offered, in words. */
export interface Offer {
  readonly id: string;
  readonly who: string;
  readonly subject: string;
}

// two short notes, a fourth apart: heard over talk, gone before they annoy
const notes = [
  { hertz: 587, at: 0 },
  { hertz: 784, at: 0.16 },
] as const;
const noteSeconds = 0.22;
const loudness = 0.12;

let audio: AudioContext | undefined;

/** Plays the sound of an invitation; browsers stay silent until the page has been clicked or typed in once. */
export function playInvitation(): void {
  if (!navigator.userActivation.hasBeenActive) return;
  audio ??= new AudioContext();
  void audio.resume();
  const start = audio.currentTime + 0.02;
  for (const { hertz, at } of notes) {
    const tone = new OscillatorNode(audio, { frequency: hertz, type: 'sine' });
    const volume = new GainNode(audio, { gain: 0 });
    volume.gain.setValueAtTime(0, start + at);
    volume.gain.linearRampToValueAtTime(loudness, start + at + 0.02);
    volume.gain.exponentialRampToValueAtTime(0.0001, start + at + noteSeconds);
    tone.connect(volume).connect(audio.destination);
    tone.start(start + at);
    tone.stop(start + at + noteSeconds);
  }
}

/** Asks once whether invitations may show outside the page; only works while a click is being handled. */
export function askForNotifications(): void {
  if ('Notification' in globalThis && Notification.permission === 'default') void Notification.requestPermission();
}

/** Shows an invitation outside the page while the agent looks elsewhere; a click brings the page back. Answers how to take it away. */
export function notifyOutside(offer: Offer): () => void {
  if (!('Notification' in globalThis) || Notification.permission !== 'granted' || document.hasFocus()) {
    return () => undefined;
  }
  const shown = new Notification(t.invitationFrom(offer.who), { body: offer.subject, tag: offer.id });
  shown.addEventListener('click', () => {
    window.focus();
    shown.close();
  });
  return () => shown.close();
}
