package org.lacuna.physics.decay;

import org.lacuna.core.batch.Column;
import org.lacuna.core.batch.Rows;

/// One four-momentum per row, in the rest frame of the kaon with z along its flight.
public final class FourVectors {
  @Column(unit = "GeV", meaning = "energy")
  public final float[] energy = Rows.floats(Rows.BLOCK);

  @Column(unit = "GeV", meaning = "momentum along x")
  public final float[] x = Rows.floats(Rows.BLOCK);

  @Column(unit = "GeV", meaning = "momentum along y")
  public final float[] y = Rows.floats(Rows.BLOCK);

  @Column(unit = "GeV", meaning = "momentum along z")
  public final float[] z = Rows.floats(Rows.BLOCK);
}
