package org.lacuna.experiment.response;

import org.lacuna.core.batch.Ray;
import org.lacuna.core.function.FloatMath;
import org.lacuna.core.kinematics.TwoBody;
import org.lacuna.core.random.Draws;
import org.lacuna.physics.decay.Truth;
import org.lacuna.physics.particle.Particle;

/// Three ways in which a pion passes for a muon: it decays before the first chamber; it decays
/// behind the last one and leaves its muon in the muon detector; or it gets through to it.
///
/// The probability of all three multiplies the weights, one of them is drawn. In the first way the
/// muon takes the place of the pion, as if it came straight from the decay point of the kaon: its
/// line is drawn back from where the pion decayed, at most 80 m. In the others the track is the
/// pion's, and the RICH may tell it. Decays between the chambers leave a kink and are dropped; the
/// muons of the second way are taken to reach the detector, and the stray field to act on the pion
/// as on its muon.
///
/// @param firstChamberM where decays before the chambers end
/// @param lastChamberM where decays behind the chambers start
/// @param detectorM muon detector, where they end
/// @param punchThrough probability to look like a muon without a decay
/// @param rich probability that the RICH lets a pion pass for a muon
public record PionAsMuon(
    double firstChamberM,
    double lastChamberM,
    double detectorM,
    double punchThrough,
    Efficiency rich) {
  private static final float DECAY_LENGTH_M_PER_GEV = (float) Particle.PION.decayLengthM(1);
  private static final double PION = Particle.PION.massGeV();
  private static final float MOMENTUM =
      (float) TwoBody.momentumGeV(PION, Particle.MUON.massGeV(), 0);
  private static final float ENERGY_PER_MASS =
      (float) (TwoBody.energyGeV(PION, Particle.MUON.massGeV(), 0) / PION);

  public PionAsMuon {
    if (!(firstChamberM < lastChamberM && lastChamberM < detectorM)) {
      throw new IllegalArgumentException(
          "first chamber, last chamber and muon detector stand in this order, not at "
              + firstChamberM
              + ", "
              + lastChamberM
              + " and "
              + detectorM
              + " m");
    }
    if (!(punchThrough >= 0 && punchThrough <= 1)) {
      throw new IllegalArgumentException(
          "the probability of punch-through is " + punchThrough + ", not 0 to 1");
    }
  }

  /// Weighs the events, and turns pions that decay early into their muons.
  ///
  /// @param candidates pions of a decay that may pass; both at a time are neglected
  public void apply(Truth truth, Draws draw, int candidates) {
    float[] all = truth.scratch[1];
    float[] early = truth.scratch[2];
    float[] rest = truth.scratch[3];
    float[] way = truth.scratch[4];
    float[] cos = truth.scratch[5];
    float[] halfTurns = truth.scratch[6];
    ways(truth, early, rest);
    rich.weigh(truth, rest);
    draw.uniforms("decay of the pion", truth, way, cos, halfTurns);
    // Below `early` it is a uniform share of the early decays.
    for (int i = 0; i < truth.n; i++) {
      way[i] *= early[i] + rest[i];
      all[i] = candidates * (early[i] + rest[i]);
      cos[i] = Math.fma(2f, cos[i], -1f);
      halfTurns[i] = Math.fma(2f, halfTurns[i], -1f);
    }
    truth.weigh(all);
    muon(truth, early, way, cos, halfTurns);
  }

  /// Probabilities of an early decay, and of the two other ways before the RICH.
  private void ways(Truth truth, float[] early, float[] rest) {
    float first = (float) firstChamberM;
    float last = (float) lastChamberM;
    float detector = (float) detectorM;
    float punch = (float) punchThrough;
    float[] momentum = truth.chargedRay.momentum;
    for (int i = 0; i < truth.n; i++) {
      float perM = 1f / (DECAY_LENGTH_M_PER_GEV * momentum[i]);
      early[i] = FloatMath.oneMinusExp(Math.min(1f, (first - truth.decayZ[i]) * perM));
      float beforeLast = FloatMath.oneMinusExp(Math.min(1f, (last - truth.decayZ[i]) * perM));
      float beforeEnd = FloatMath.oneMinusExp(Math.min(1f, (detector - truth.decayZ[i]) * perM));
      rest[i] = Math.fma(punch, 1f - beforeEnd, beforeEnd - beforeLast);
    }
  }

  /// Where the pion has decayed early, its muon takes the place of it.
  private static void muon(
      Truth truth, float[] early, float[] way, float[] cos, float[] halfTurns) {
    Ray ray = truth.chargedRay;
    for (int i = 0; i < truth.n; i++) {
      float isMuon = FloatMath.step(early[i] - way[i]);
      float p = ray.momentum[i];
      float energy = (float) Math.sqrt(Math.fma(p, p, (float) (PION * PION)));
      float along = Math.fma(energy * (1f / (float) PION) * MOMENTUM, cos[i], p * ENERGY_PER_MASS);
      float across = MOMENTUM * (float) Math.sqrt(Math.max(0f, 1f - cos[i] * cos[i]));
      float angle = isMuon * across / along;
      float path = isMuon * DECAY_LENGTH_M_PER_GEV * p * minusLnOneMinus(Math.min(way[i], 0.6f));
      float turnX = angle * FloatMath.cosPi(halfTurns[i]);
      float turnY = angle * FloatMath.sinPi(halfTurns[i]);
      float modulus = (float) Math.sqrt(Math.fma(along, along, across * across));
      ray.x[i] = Math.fma(-turnX, path, ray.x[i]);
      ray.y[i] = Math.fma(-turnY, path, ray.y[i]);
      ray.slopeX[i] += turnX;
      ray.slopeY[i] += turnY;
      ray.momentum[i] = Math.fma(isMuon, modulus - p, p);
    }
  }

  /// `−ln(1 − t)` as `2 artanh(t/(2 − t))`, to 10⁻⁵ of itself below ½: there pions have 5 GeV.
  private static float minusLnOneMinus(float t) {
    float y = t / (2f - t);
    float y2 = y * y;
    return 2f * y * Math.fma(y2, Math.fma(y2, Math.fma(y2, 1f / 7, 1f / 5), 1f / 3), 1f);
  }
}
