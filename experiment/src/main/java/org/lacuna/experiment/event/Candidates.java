package org.lacuna.experiment.event;

import org.lacuna.core.batch.Column;
import org.lacuna.core.batch.Ray;
import org.lacuna.core.batch.Rows;
import org.lacuna.core.random.Draws;

/// Tracks of the beam spectrometer near the time of the kaon, all events of a block in one flat
/// table.
///
/// Candidate `j` belongs to row `parent[j]` of the events. Their number differs from event to
/// event, so they are rows of their own and not columns of the event. One more place than there can
/// be candidates stands for "none".
public final class Candidates extends Rows {
  private static final int CAPACITY = Draws.CAPACITY + 1;
  private static final int SCRATCH = 4;

  /// Row of the event.
  public final int[] parent = ints(CAPACITY);

  @Column(unit = "ns", meaning = "time against the kaon signal of the KTAG")
  public final float[] time = floats(CAPACITY);

  /// The track at the last station.
  public final Ray ray = new Ray(CAPACITY);

  @Column(unit = "m", meaning = "closest approach to the muon track, without field")
  public final float[] distance = floats(CAPACITY);

  @Column(meaning = "how well it fits the kaon of this muon")
  public final float[] discriminant = floats(CAPACITY);

  /// Work space of one step.
  public final float[][] scratch = floats(SCRATCH, CAPACITY);

  Candidates() {
    super(CAPACITY);
  }
}
