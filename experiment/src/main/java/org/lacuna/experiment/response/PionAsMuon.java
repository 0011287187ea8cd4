package org.lacuna.experiment.response;

import org.lacuna.core.batch.Ray;
import org.lacuna.core.function.FloatMath;
import org.lacuna.core.kinematics.TwoBody;
import org.lacuna.core.random.Draws;
import org.lacuna.physics.decay.Truth;
import org.lacuna.physics.particle.Particle;

/// Four ways in which a pion passes for a muon: it decays before the first chamber; it decays
/// between the chambers, and the kink is not noticed; it decays behind the last one and leaves its
/// muon in the muon detector; or it gets through to it.
///
/// The probability of all four multiplies the weights, one of them is drawn. In the first way the
/// muon takes the place of the pion, as if it came straight from the decay point of the kaon: its
/// line is drawn back from where the pion decayed, at most 80 m. In the second the track starts as
/// the pion's, and the kink is taken for a part of the bend in the magnet: `1/p = 1/p' + κ/k`,
/// where p' is of what passes the magnet, κ the horizontal angle of the decay and k the kick. In
/// the others the track is the pion's, and the RICH may tell it. The muons of the third way are
/// taken to reach the detector, and the stray field to act on the pion as on its muon.
///
/// @param firstChamberM where decays before the chambers end
/// @param lastChamberM where decays behind the chambers start
/// @param detectorM muon detector, where they end
/// @param magnetM between the chambers
/// @param kickGeV of the magnet; 0 without one
/// @param kinkKept probability that a decay between the chambers leaves one track
/// @param punchThrough probability to look like a muon without a decay
/// @param rich probability that the RICH lets a pion pass for a muon
/// @param shows how it shows that a particle is a pion, the RICH apart
public record PionAsMuon(
    double firstChamberM,
    double lastChamberM,
    double detectorM,
    double magnetM,
    double kickGeV,
    double kinkKept,
    double punchThrough,
    Efficiency rich,
    Shares shows) {
  private static final float DECAY_LENGTH_M_PER_GEV = (float) Particle.PION.decayLengthM(1);
  private static final double PION = Particle.PION.massGeV();
  private static final float MOMENTUM =
      (float) TwoBody.momentumGeV(PION, Particle.MUON.massGeV(), 0);
  private static final float ENERGY_PER_MASS =
      (float) (TwoBody.energyGeV(PION, Particle.MUON.massGeV(), 0) / PION);

  public PionAsMuon {
    if (!(firstChamberM < magnetM && magnetM < lastChamberM && lastChamberM < detectorM)) {
      throw new IllegalArgumentException(
          "first chamber, magnet, last chamber and muon detector stand in this order, not at "
              + firstChamberM
              + ", "
              + magnetM
              + ", "
              + lastChamberM
              + " and "
              + detectorM
              + " m");
    }
    requireProbability("of punch-through", punchThrough);
    requireProbability("to keep a kink", kinkKept);
  }

  private static void requireProbability(String what, double probability) {
    if (!(probability >= 0 && probability <= 1)) {
      throw new IllegalArgumentException(
          "the probability " + what + " is " + probability + ", not 0 to 1");
    }
  }

  /// Weighs the events, and turns pions that decay before or between the chambers into their muons.
  ///
  /// @param candidates pions of a decay that may pass; both at a time are neglected
  /// @return tells how it shows that they are pions, up to the next stage
  public Fate.Witness apply(Truth truth, Draws draw, int candidates) {
    float[] all = truth.scratch[1];
    float[] early = truth.scratch[2];
    float[] kink = truth.scratch[3];
    float[] rest = truth.scratch[4];
    float[] way = truth.scratch[5];
    float[] turnX = truth.scratch[6];
    float[] turnY = truth.scratch[7];
    float[] beforeRich = truth.scratch[9];
    ways(truth, early, kink, rest);
    System.arraycopy(rest, 0, beforeRich, 0, truth.n);
    rich.weigh(truth, rest);
    draw.uniforms("decay of the pion", truth, way, turnX, turnY);
    // Below `early` it is a uniform share of the early decays, above it one of the kinks.
    for (int i = 0; i < truth.n; i++) {
      float sum = early[i] + kink[i] + rest[i];
      way[i] *= sum;
      all[i] = candidates * sum;
    }
    truth.weigh(all);
    float[] modulus = truth.scratch[8];
    muon(truth, turnX, turnY, modulus);
    bendByKink(truth, early, kink, way, turnX, modulus);
    startEarly(truth, early, way, turnX, turnY, modulus);
    return (row, chance) -> {
      double told = candidates * (beforeRich[row] - rest[row]) / (1 - all[row]);
      return chance.is(told)
          ? rich.signals(truth.chargedRay.momentum[row], chance)
          : shows.draw(chance);
    };
  }

  /// Probabilities of an early decay, of a kink, and of the two other ways before the RICH.
  private void ways(Truth truth, float[] early, float[] kink, float[] rest) {
    float[] beforeEnd = truth.scratch[10];
    decayed(truth, firstChamberM, early);
    decayed(truth, lastChamberM, kink);
    decayed(truth, detectorM, beforeEnd);
    float kept = (float) kinkKept;
    float punch = (float) punchThrough;
    for (int i = 0; i < truth.n; i++) {
      rest[i] = Math.fma(punch, 1f - beforeEnd[i], beforeEnd[i] - kink[i]);
      kink[i] = kept * (kink[i] - early[i]);
    }
  }

  /// Probability that the pion decays before some place.
  private static void decayed(Truth truth, double beforeM, float[] probability) {
    float end = (float) beforeM;
    float[] momentum = truth.chargedRay.momentum;
    for (int i = 0; i < truth.n; i++) {
      float lengths = (end - truth.decayZ[i]) / (DECAY_LENGTH_M_PER_GEV * momentum[i]);
      probability[i] = FloatMath.oneMinusExp(Math.min(1f, lengths));
    }
  }

  /// The muon of a decay, with respect to its pion.
  ///
  /// @param turnX a uniform number; receives the horizontal angle
  /// @param turnY a uniform number; receives the vertical angle
  /// @param modulus receives the momentum
  private static void muon(Truth truth, float[] turnX, float[] turnY, float[] modulus) {
    float[] angle = truth.scratch[10];
    float[] momentum = truth.chargedRay.momentum;
    for (int i = 0; i < truth.n; i++) {
      float cos = Math.fma(2f, turnX[i], -1f);
      float p = momentum[i];
      float energy = (float) Math.sqrt(Math.fma(p, p, (float) (PION * PION)));
      float along = Math.fma(energy * (1f / (float) PION) * MOMENTUM, cos, p * ENERGY_PER_MASS);
      float across = MOMENTUM * (float) Math.sqrt(Math.max(0f, 1f - cos * cos));
      angle[i] = across / along;
      modulus[i] = (float) Math.sqrt(Math.fma(along, along, across * across));
    }
    for (int i = 0; i < truth.n; i++) {
      float halfTurns = Math.fma(2f, turnY[i], -1f);
      turnX[i] = angle[i] * FloatMath.cosPi(halfTurns);
      turnY[i] = angle[i] * FloatMath.sinPi(halfTurns);
    }
  }

  /// Where the pion has decayed between the chambers, the momentum becomes what is measured.
  private void bendByKink(
      Truth truth, float[] early, float[] kink, float[] way, float[] turnX, float[] modulus) {
    float[] beforeMagnet = truth.scratch[10];
    decayed(truth, magnetM, beforeMagnet);
    float perKick = kickGeV == 0 ? 0f : (float) (1 / kickGeV);
    float perKept = kinkKept == 0 ? 0f : (float) (1 / kinkKept);
    float[] momentum = truth.chargedRay.momentum;
    for (int i = 0; i < truth.n; i++) {
      float p = momentum[i];
      float isKink =
          FloatMath.step(way[i] - early[i]) * FloatMath.step(early[i] + kink[i] - way[i]);
      // The uniform share of all decays.
      float share = Math.fma(way[i] - early[i], perKept, early[i]);
      float bent = Math.fma(FloatMath.step(beforeMagnet[i] - share), modulus[i] - p, p);
      float measured = bent / Math.fma(bent, turnX[i] * perKick, 1f);
      momentum[i] = Math.fma(isKink, measured - p, p);
    }
  }

  /// Where the pion has decayed early, its muon takes the place of it.
  private static void startEarly(
      Truth truth, float[] early, float[] way, float[] turnX, float[] turnY, float[] modulus) {
    Ray ray = truth.chargedRay;
    for (int i = 0; i < truth.n; i++) {
      float isMuon = FloatMath.step(early[i] - way[i]);
      float p = ray.momentum[i];
      float path = isMuon * DECAY_LENGTH_M_PER_GEV * p * minusLnOneMinus(Math.min(way[i], 0.6f));
      ray.x[i] = Math.fma(-turnX[i], path, ray.x[i]);
      ray.y[i] = Math.fma(-turnY[i], path, ray.y[i]);
      ray.slopeX[i] = Math.fma(isMuon, turnX[i], ray.slopeX[i]);
      ray.slopeY[i] = Math.fma(isMuon, turnY[i], ray.slopeY[i]);
      ray.momentum[i] = Math.fma(isMuon, modulus[i] - p, p);
    }
  }

  /// `−ln(1 − t)` as `2 artanh(t/(2 − t))`, to 10⁻⁵ of itself below ½: there pions have 5 GeV.
  private static float minusLnOneMinus(float t) {
    float y = t / (2f - t);
    float y2 = y * y;
    return 2f * y * Math.fma(y2, Math.fma(y2, Math.fma(y2, 1f / 7, 1f / 5), 1f / 3), 1f);
  }
}
