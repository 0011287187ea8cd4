package org.lacuna.physics.decay;

import java.util.function.DoubleUnaryOperator;
import org.lacuna.core.function.Curve;
import org.lacuna.core.function.FloatMath;
import org.lacuna.core.random.Draws;
import org.lacuna.physics.particle.Particle;

/// A decay of the kaon into a charged body, a photon and a third body.
///
/// In `x = 2P·k/m_K²` and `v = 2p·k/m_K²` (kaon P, charged body p, photon k) bremsstrahlung goes
/// like 1/x and 1/v, so both are drawn with flat logarithms: x between its limits, v between
/// `v₋(x)` and `v₊(x)`, whose product is `r x²/(1 − x)`. With that the weight of a proposal is `x v
/// ln(v₊/v₋)` times the density. A model gives the range of ln v and the density.
public final class Radiative {
  private static final double KAON = Particle.KAON.massGeV();

  private final float chargedGeV;
  private final float rest;
  private final float middleX;
  private final float lnRangeX;
  private final float r;
  private final Curve lnRangeV;
  private final AcceptReject.Proposal[] proposal;

  /// @param chargedGeV mass of the charged body
  /// @param thirdGeV mass of the third body
  /// @param photonFromGeV least photon energy, above 0
  /// @param highestX where v₋ and v₊ meet
  /// @param lnRangeV `ln(v₊/v₋)` as a function of x
  /// @param density multiplies `weight[i]`, which is `ln(v₊/v₋)`, by `x v` times the density, as a
  ///   formula of x in `u[i]` and v in `v[i]`, over its bound
  public Radiative(
      double chargedGeV,
      double thirdGeV,
      double photonFromGeV,
      double highestX,
      DoubleUnaryOperator lnRangeV,
      AcceptReject.Proposal... density) {
    double ratio = chargedGeV / KAON;
    double thirdRatio = thirdGeV / KAON;
    double lowestX = 2 * photonFromGeV / KAON;
    this.chargedGeV = (float) chargedGeV;
    rest = (float) (1 + ratio * ratio - thirdRatio * thirdRatio);
    r = (float) (ratio * ratio);
    middleX = (float) Math.sqrt(lowestX * highestX);
    lnRangeX = (float) StrictMath.log(highestX / lowestX);
    this.lnRangeV = new Curve(lowestX, highestX, lnRangeV);
    proposal = new AcceptReject.Proposal[density.length + 2];
    proposal[0] = photon();
    proposal[1] = angle();
    System.arraycopy(density, 0, proposal, 2, density.length);
  }

  /// Fills the charged daughter and the photon with their density.
  public void decay(Truth truth, Draws draw, FourVectors photon) {
    float[] x = truth.scratch[0];
    float[] v = truth.scratch[1];
    AcceptReject.sample(truth, draw, "photon", x, v, proposal);
    fill(truth, draw, photon, x, v);
  }

  /// Fills the charged daughter and the photon with flat logarithms and multiplies the weights:
  /// many hard photons, which are rare.
  ///
  /// @param perWeight from the density of the formulas to a weight of mean 1: the range of ln x and
  ///   all constants
  public void weighted(Truth truth, Draws draw, FourVectors photon, double perWeight) {
    float[] x = truth.scratch[0];
    float[] v = truth.scratch[1];
    float[] weight = truth.scratch[2];
    AcceptReject.propose(truth, draw, "photon", x, v, weight, truth.scratch[3], proposal);
    float factor = (float) (perWeight * lnRangeX);
    for (int i = 0; i < truth.n; i++) weight[i] *= factor;
    truth.weigh(weight);
    fill(truth, draw, photon, x, v);
  }

  private AcceptReject.Proposal photon() {
    float middle = middleX;
    float range = lnRangeX;
    return (u, v, weight, work, i) -> u[i] = middle * FloatMath.exp((u[i] - 0.5f) * range);
  }

  private AcceptReject.Proposal angle() {
    float ratio = r;
    Curve lnRange = lnRangeV;
    return (u, v, weight, work, i) -> {
      float range = lnRange.at(u[i]);
      float middle = u[i] * (float) Math.sqrt(ratio / (1f - u[i]));
      v[i] = middle * FloatMath.exp((v[i] - 0.5f) * range);
      weight[i] = range;
    };
  }

  private void fill(Truth truth, Draws draw, FourVectors photon, float[] x, float[] v) {
    float[] azimuth = truth.scratch[2];
    draw.uniforms("azimuth", truth, azimuth);
    float half = (float) (KAON / 2);
    float[] energy = truth.charged.energy;
    float[] along = truth.charged.z;
    for (int i = 0; i < truth.n; i++) {
      float e = half * (rest + v[i] - x[i]);
      float p2 = (e - chargedGeV) * (e + chargedGeV);
      energy[i] = e;
      along[i] = (float) Math.sqrt(Math.max(0f, p2));
    }
    for (int i = 0; i < truth.n; i++) {
      float k = half * x[i];
      // p·k = E_p E_k − p_z k_z
      float z = (energy[i] * k - half * (half * 2f) * v[i]) / Math.max(1e-6f, along[i]);
      photon.energy[i] = k;
      photon.z[i] = FloatMath.clip(z, -k, k);
      photon.x[i] = (float) Math.sqrt(Math.max(0f, (k - photon.z[i]) * (k + photon.z[i])));
    }
    ThreeBodies.across(photon, azimuth, truth.n);
  }
}
