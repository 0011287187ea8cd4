package org.lacuna.experiment.response;

import java.util.Arrays;
import org.lacuna.core.function.Curve;
import org.lacuna.core.random.Draws;
import org.lacuna.experiment.event.Measured;
import org.lacuna.physics.decay.Truth;

/// What is measured of the signals by which events are lost, where these are recorded.
///
/// A veto signal is in time: losses by a window are part of the inefficiency of its detector. What
/// is not a muon leaves all its energy in the calorimeter. Every event has fired the trigger, which
/// is part of the exposure.
///
/// @param lkrNs time of a signal against the muon from a uniform number
/// @param lavNs the same
/// @param savNs the same
/// @param chantiNs the same
/// @param tiles signals in the tiles of an event that is lost by them
/// @param richHits signals in the RICH of an event that is lost by them
public record SignalResponse(
    Curve lkrNs, Curve lavNs, Curve savNs, Curve chantiNs, int tiles, int richHits) {

  /// Fills the columns of all signals.
  public void measure(Fate fate, Truth truth, Measured seen, Draws draw) {
    draw.uniforms("times", truth, seen.lkrTime, seen.lavTime, seen.savTime, seen.chantiTime);
    time(Signal.LKR, lkrNs, fate, seen);
    time(Signal.LAV, lavNs, fate, seen);
    time(Signal.SAV, savNs, fate, seen);
    time(Signal.CHANTI, chantiNs, fate, seen);
    number(Signal.TILES, tiles, fate, seen);
    number(Signal.RICH_HITS, richHits, fate, seen);
    Arrays.fill(seen.trigger, 0, seen.n, 1f);
    Arrays.fill(seen.richMuon, 0, seen.n, 1f);
    for (int i = 0; i < seen.n; i++) {
      seen.extraSegments[i] = fate.segments(i);
      if (fate.has(Signal.KTAG, i)) seen.ktagTime[i] = Measured.NONE;
      if (fate.has(Signal.TRACK, i)) seen.charge[i] = 0;
      if (fate.has(Signal.ENERGY, i)) seen.calorimeterEnergy[i] = seen.track.momentum[i];
      if (fate.has(Signal.RICH, i)) seen.richMuon[i] = 0;
      if (fate.has(Signal.MUV3, i)) seen.muv3Time[i] = Measured.NONE;
    }
  }

  /// The column holds uniform numbers.
  private static void time(Signal signal, Curve ns, Fate fate, Measured seen) {
    float[] time = signal.column(seen);
    ns.at(time, time, seen.n);
    for (int i = 0; i < seen.n; i++) if (!fate.has(signal, i)) time[i] = Measured.NONE;
  }

  private static void number(Signal signal, int number, Fate fate, Measured seen) {
    float[] column = signal.column(seen);
    for (int i = 0; i < seen.n; i++) column[i] = fate.has(signal, i) ? number : 0;
  }
}
