package org.lacuna.physics.decay;

import org.lacuna.core.batch.Column;
import org.lacuna.core.batch.Rows;
import org.lacuna.physics.particle.Particle;

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

  /// Carries these vectors from the rest frame of another particle to the frame where that one is
  /// given: `E' = (E E_P + p·P)/M`, `p' = p + P (p·P/M/(E_P + M) + E/M)`.
  ///
  /// @param parent four-momenta of the other particle
  /// @param massGeV its mass M
  public void boost(FourVectors parent, double massGeV, int n) {
    float mass = (float) massGeV;
    float perMass = (float) (1 / massGeV);
    for (int i = 0; i < n; i++) {
      float across = Math.fma(y[i], parent.y[i], z[i] * parent.z[i]);
      float along = Math.fma(x[i], parent.x[i], across) * perMass;
      float gamma = energy[i] / mass;
      float part = along / (parent.energy[i] + mass) + gamma;
      x[i] = Math.fma(part, parent.x[i], x[i]);
      y[i] = Math.fma(part, parent.y[i], y[i]);
      z[i] = Math.fma(part, parent.z[i], z[i]);
      energy[i] = Math.fma(parent.energy[i], gamma, along);
    }
  }

  /// Makes these vectors what a part leaves of a whole; either may be these vectors themselves.
  public void rest(FourVectors whole, FourVectors part, int n) {
    for (int i = 0; i < n; i++) {
      x[i] = whole.x[i] - part.x[i];
      y[i] = whole.y[i] - part.y[i];
      z[i] = whole.z[i] - part.z[i];
      energy[i] = whole.energy[i] - part.energy[i];
    }
  }

  /// Makes these vectors what two daughters leave of a kaon at rest.
  public void balance(FourVectors one, FourVectors two, int n) {
    float kaon = (float) Particle.KAON.massGeV();
    for (int i = 0; i < n; i++) {
      x[i] = -one.x[i] - two.x[i];
      y[i] = -one.y[i] - two.y[i];
      z[i] = -one.z[i] - two.z[i];
      energy[i] = kaon - one.energy[i] - two.energy[i];
    }
  }
}
