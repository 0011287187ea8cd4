package org.lacuna.experiment.event;

import org.lacuna.core.batch.Column;
import org.lacuna.core.batch.Ray;
import org.lacuna.core.batch.Rows;

/// Tracks and segments of the spectrometer besides the muon candidate, all events of a block in one
/// flat table.
///
/// Row `j` belongs to row `parent[j]` of the events. A segment before the magnet that is not
/// continued behind it has neither charge nor momentum.
public final class Tracks extends Rows {
  /// More than the daughters that any simulated decay has; an event of real data may have as many
  /// as others leave room for.
  private static final int CAPACITY = 4 * BLOCK;

  private static final int SCRATCH = 2;

  /// Row of the event.
  public final int[] parent = ints(CAPACITY);

  @Column(unit = "ns", meaning = "time against the muon candidate")
  public final float[] time = floats(CAPACITY);

  @Column(meaning = "charge; 0 of a segment")
  public final float[] charge = floats(CAPACITY);

  /// The track at the first chamber; the momentum of a segment is 0.
  public final Ray track = new Ray(CAPACITY);

  /// The track behind the magnet; for a segment its straight line.
  public final Ray after = new Ray(CAPACITY);

  @Column(unit = "GeV", meaning = "energy in the LKr at its impact")
  public final float[] calorimeterEnergy = floats(CAPACITY);

  @Column(unit = "ns", meaning = "signal in MUV3 at its impact, against the muon candidate")
  public final float[] muv3Time = floats(CAPACITY);

  @Column(
      meaning = "1 if it counts as an extra segment, 0 if it forms no vertex with the candidate")
  public final float[] extra = floats(CAPACITY);

  /// Work space of one stage or step.
  public final float[][] scratch = floats(SCRATCH, CAPACITY);

  Tracks() {
    super(CAPACITY);
  }

  /// How many tracks there is room for.
  public int capacity() {
    return CAPACITY;
  }
}
