package org.lacuna.experiment.response;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.Set;
import org.lacuna.core.batch.Rows;
import org.lacuna.core.random.Draws;
import org.lacuna.physics.decay.Truth;

/// Whether the events of a block go on: one uniform number for each, which decides whatever lowers
/// its weight.
///
/// An event is lost where its weight falls to its number or below. So it does not matter how many
/// probabilities make up the weight, nor when one looks.
public final class Fate {
  private static final double BELOW_ONE = 1 - 0x1p-24;

  /// From this bit on, one for each further daughter that the chambers see.
  private static final int DAUGHTERS = 16;

  private final float[] number = Rows.floats(Rows.BLOCK);
  private final float[] before = Rows.floats(Rows.BLOCK);

  /// What was noted of each row: a bit for each [Signal], and for each daughter.
  private final int[] signals = Rows.ints(Rows.BLOCK);

  private final Chance chance = new Chance();

  /// Tells how it shows that an event is lost.
  @FunctionalInterface
  public interface Witness {
    /// The signals of one event, as bits.
    ///
    /// @param chance is used up by as much as there is to decide
    int signals(int row, Chance chance);
  }

  /// Draws the number of each event.
  public void draw(Truth truth, Draws draw) {
    draw.uniforms("goes on", truth, number);
    Arrays.fill(signals, 0, truth.n, 0);
    System.arraycopy(nominal(truth), 0, before, 0, truth.n);
  }

  private static float[] nominal(Truth truth) {
    return truth.weight[Variant.NOMINAL.index()];
  }

  /// Ends the events that are lost.
  public void end(Truth truth) {
    float[] weight = nominal(truth);
    for (int i = 0; i < truth.n; i++) {
      truth.margin[i] = Math.min(truth.margin[i], weight[i] - number[i]);
    }
  }

  /// Ends the events that are lost whatever a factor of their weight is, if that has an upper
  /// bound.
  public void end(Truth truth, float[] most) {
    float[] weight = nominal(truth);
    for (int i = 0; i < truth.n; i++) {
      truth.margin[i] = Math.min(truth.margin[i], weight[i] * most[i] - number[i]);
    }
  }

  /// Notes how it shows that events are lost, and lets them go on.
  ///
  /// What is left of their number is uniform again, and their weight starts anew: what comes later
  /// is drawn for them, too. An event that was never lost keeps number and weight.
  ///
  /// @param witness of what has lowered the weights since the last call
  public void note(Truth truth, Witness witness) {
    float[] weight = nominal(truth);
    for (int i = 0; i < truth.n; i++) {
      // Some have ended before anything could see them.
      if (weight[i] > number[i] || before[i] <= number[i]) continue;
      double share = (double) (number[i] - weight[i]) / (before[i] - weight[i]);
      chance.start(Math.min(BELOW_ONE, share));
      signals[i] |= witness.signals(i, chance);
      number[i] = (float) Math.min(BELOW_ONE, chance.left());
      weight[i] = 1;
    }
    System.arraycopy(weight, 0, before, 0, truth.n);
  }

  /// Keeps the given rows.
  public void keep(int[] row, int count) {
    Rows.keep(row, count, number, before);
    for (int j = 0; j < count; j++) signals[j] = signals[row[j]];
  }

  /// The note that the chambers see a further daughter.
  static int daughter(int companion) {
    return 1 << (DAUGHTERS + companion);
  }

  boolean has(Signal signal, int row) {
    return signal == Signal.SEGMENT ? segments(row) > 0 : (signals[row] & signal.bit()) != 0;
  }

  /// Whether the chambers see a further daughter of an event.
  public boolean sees(int companion, int row) {
    return (signals[row] & daughter(companion)) != 0;
  }

  /// Segments besides the track: the daughters that are seen, and what else there is.
  int segments(int row) {
    return Integer.bitCount(signals[row] >>> DAUGHTERS)
        + Integer.bitCount(signals[row] & Signal.SEGMENT.bit());
  }

  /// What was noted of an event.
  public Set<Signal> signals(int row) {
    Set<Signal> all = EnumSet.noneOf(Signal.class);
    for (Signal signal : Signal.values()) if (has(signal, row)) all.add(signal);
    return all;
  }
}
