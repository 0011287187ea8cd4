package org.lacuna.experiment.reconstruction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.junit.jupiter.api.Test;
import org.lacuna.core.batch.Rows;
import org.lacuna.core.kinematics.FourVector;
import org.lacuna.core.kinematics.TwoBody;
import org.lacuna.experiment.event.Measured;
import org.lacuna.physics.particle.Particle;

/// Squared missing mass and angle in the rest frame against four-vectors in double precision.
class MissingMassTest {
  private static final long SEED = 6;
  private static final double KAON = Particle.KAON.massGeV();
  private static final double MUON = Particle.MUON.massGeV();

  /// The resolution is 10⁻³: a thousandth of it.
  private static final double GEV2 = 1e-6;

  private final Measured event = new Measured();
  private final RandomGenerator random = RandomGeneratorFactory.of("L64X128MixRandom").create(SEED);

  private static FourVector vector(double mass, double p, double slopeX, double slopeY) {
    double along = p / Math.sqrt(1 + slopeX * slopeX + slopeY * slopeY);
    return FourVector.ofMass(mass, slopeX * along, slopeY * along, along);
  }

  private FourVector kaon(int i) {
    return vector(KAON, event.kaon.momentum[i], event.kaonSlopeX[i], event.kaonSlopeY[i]);
  }

  private FourVector muon(int i) {
    return vector(MUON, event.track.momentum[i], event.muonSlopeX[i], event.muonSlopeY[i]);
  }

  /// Angle of the muon to the flight of the kaon after the boost to its rest frame.
  private double thetaStar(int i) {
    FourVector atRest = muon(i).toRestFrameOf(kaon(i), KAON);
    FourVector k = kaon(i);
    double along =
        (atRest.xGeV() * k.xGeV() + atRest.yGeV() * k.yGeV() + atRest.zGeV() * k.zGeV())
            / k.momentumGeV();
    double p = atRest.momentumGeV();
    return StrictMath.atan2(Math.sqrt(Math.max(0, (p - along) * (p + along))), along);
  }

  /// The cosine of θ* is known to single precision, so θ* is worst along the flight of the kaon.
  private void check() {
    new MissingMass().apply(event);
    for (int i = 0; i < event.n; i++) {
      assertThat((double) event.missingMassSquared[i])
          .as("missing mass of row %s", i)
          .isCloseTo(kaon(i).minus(muon(i)).massSquaredGeV2(), within(GEV2));
      assertThat((double) event.thetaStar[i])
          .as("theta* of row %s", i)
          .isCloseTo(thetaStar(i), within(1e-6 + 1.5e-7 / StrictMath.sin(thetaStar(i))));
    }
  }

  /// Decays K⁺ → μ⁺ + X with any mass of X and any direction, all that can be selected.
  @Test
  void isExactForDecays() {
    event.number(0, Rows.BLOCK);
    for (int i = 0; i < event.n; i++) {
      double mass = random.nextDouble(0.385);
      double p = TwoBody.momentumGeV(KAON, MUON, mass);
      double cos = random.nextDouble(-0.99, 0.99);
      double azimuth = random.nextDouble(2 * Math.PI);
      double across = p * Math.sqrt(1 - cos * cos);
      FourVector atRest =
          FourVector.ofMass(
              MUON, across * StrictMath.cos(azimuth), across * StrictMath.sin(azimuth), p * cos);
      FourVector kaon =
          vector(
              KAON,
              random.nextDouble(72, 78),
              1.2e-3 + 1e-4 * random.nextGaussian(),
              1e-4 * random.nextGaussian());
      FourVector muon = atRest.fromRestFrameOf(kaon, KAON);
      set(i, kaon, muon);
    }
    check();
  }

  private void set(int i, FourVector kaon, FourVector muon) {
    event.kaon.momentum[i] = (float) kaon.momentumGeV();
    event.kaonSlopeX[i] = (float) (kaon.xGeV() / kaon.zGeV());
    event.kaonSlopeY[i] = (float) (kaon.yGeV() / kaon.zGeV());
    event.track.momentum[i] = (float) muon.momentumGeV();
    event.muonSlopeX[i] = (float) (muon.xGeV() / muon.zGeV());
    event.muonSlopeY[i] = (float) (muon.yGeV() / muon.zGeV());
  }

  /// Wrong pairings: any muon with any kaon, as long as the squared missing mass is of interest.
  @Test
  void isExactForWrongPairings() {
    int i = 0;
    while (i < Rows.BLOCK) {
      FourVector kaon = vector(KAON, random.nextDouble(70, 80), 1.2e-3, 0);
      double angle = random.nextDouble(0.04);
      double azimuth = random.nextDouble(2 * Math.PI);
      FourVector muon =
          vector(
              MUON,
              random.nextDouble(5, 70),
              1.2e-3 + angle * StrictMath.cos(azimuth),
              angle * StrictMath.sin(azimuth));
      if (Math.abs(kaon.minus(muon).massSquaredGeV2()) < 0.2) set(i++, kaon, muon);
    }
    event.n = Rows.BLOCK;
    check();
  }

  @Test
  void aMuonAlongTheKaonIsForwardOrBackward() {
    event.number(0, 2);
    double p = TwoBody.momentumGeV(KAON, MUON, 0);
    FourVector kaon = vector(KAON, 75, 1.2e-3, 0);
    for (int i = 0; i < 2; i++) {
      double sign = i == 0 ? 1 : -1;
      FourVector direction = vector(0, sign * p, 1.2e-3, 0);
      FourVector atRest =
          FourVector.ofMass(MUON, direction.xGeV(), direction.yGeV(), direction.zGeV());
      set(i, kaon, atRest.fromRestFrameOf(kaon, KAON));
    }
    new MissingMass().apply(event);
    assertThat(event.thetaStar[0]).isCloseTo(0f, within(1e-3f));
    assertThat(event.thetaStar[1]).isCloseTo((float) Math.PI, within(1e-3f));
    assertThat(event.missingMassSquared[0]).isCloseTo(0f, within(1e-6f));
    assertThat(event.missingMassSquared[1]).isCloseTo(0f, within(1e-6f));
  }
}
