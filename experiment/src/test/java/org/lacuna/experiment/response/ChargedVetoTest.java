package org.lacuna.experiment.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.lacuna.core.batch.Ray;
import org.lacuna.experiment.Sample;
import org.lacuna.experiment.apparatus.Disc;
import org.lacuna.experiment.apparatus.Spectrometer;
import org.lacuna.experiment.response.ChargedVeto.Detector;
import org.lacuna.physics.decay.Truth;
import org.lacuna.physics.process.PionTriplet;

class ChargedVetoTest {
  private static final float MAGNET_M = 197;
  private static final Spectrometer SPECTROMETER =
      new Spectrometer(List.of(), List.of(), MAGNET_M, -0.27, List.of(), List.of());

  /// A disc of 10 cm before the magnet, and one behind it.
  private static final Disc BEFORE = new Disc("before", 190, 0.1f);

  private static final Disc BEHIND = new Disc("behind", 240, 0.1f);

  /// The positive pion at x, the negative one at the other side; both fly along z.
  private static float weight(float x, float momentumGeV, Detector... detectors) {
    Truth truth = new Truth(new PionTriplet(), 2);
    truth.number(0, 1);
    for (float[] weight : truth.weight) Arrays.fill(weight, 0.5f);
    for (int k = 0; k < 2; k++) {
      Ray ray = truth.companionRay[k];
      ray.set(0, 0);
      ray.x[0] = k == 0 ? x : -x;
      ray.z[0] = 150;
      ray.momentum[0] = momentumGeV;
    }
    new ChargedVeto(List.of(detectors)).weigh(truth, SPECTROMETER);
    assertThat(truth.weight[1][0]).isEqualTo(truth.weight[0][0]);
    return truth.weight[0][0] * 2;
  }

  @Test
  void eachTrackMayBeMissedByEachDetector() {
    assertThat(
            weight(
                0,
                1e5f,
                new Detector(Signal.SEGMENT, BEFORE, 0.03),
                new Detector(Signal.SEGMENT, BEHIND, 0.2)))
        .isCloseTo(0.03f * 0.03f * 0.2f * 0.2f, within(1e-7f));
  }

  @Test
  void whatStrikesNothingIsNotSeen() {
    assertThat(weight(0.2f, 1e5f, new Detector(Signal.SEGMENT, BEFORE, 0))).isEqualTo(1);
  }

  @Test
  void aPerfectDetectorSeesAllAndABlindOneNothing() {
    assertThat(weight(0, 1e5f, new Detector(Signal.SEGMENT, BEFORE, 0))).isZero();
    assertThat(weight(0, 1e5f, new Detector(Signal.SEGMENT, BEFORE, 1))).isEqualTo(1);
  }

  /// The kick of 0.27 GeV moves 10 GeV by 1.16 m over 43 m: to −x the positive, to +x the negative.
  @Test
  void theMagnetTurnsTheTwoChargesApart() {
    Detector detector = new Detector(Signal.SEGMENT, BEHIND, 0);
    assertThat(weight(1.16f, 10, detector)).isZero();
    assertThat(weight(-1.16f, 10, detector)).isEqualTo(1);
  }

  @Test
  void refusesWhatIsNoProbability() {
    assertThatThrownBy(() -> new Detector(Signal.SEGMENT, BEFORE, 1.5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("before")
        .hasMessageContaining("1.5");
  }

  /// Both daughters strike both detectors; one of four chances to be seen has come true.
  @Test
  void tellsWhichDetectorHasSeenIt() {
    Truth truth = new Truth(new PionTriplet(), 1);
    truth.number(0, 1);
    Arrays.fill(truth.weight[0], 1f);
    for (Ray ray : truth.companionRay) {
      ray.set(0, 0);
      ray.z[0] = 150;
      ray.momentum[0] = 1e5f;
    }
    Detector chamber = new Detector(Signal.SEGMENT, BEFORE, 0.9);
    Detector calorimeter = new Detector(Signal.LKR, BEHIND, 0.5);
    Fate.Witness witness =
        new ChargedVeto(List.of(chamber, calorimeter)).weigh(truth, SPECTROMETER);
    double some = 1 - 0.9 * 0.9 * 0.5 * 0.5;
    Sample segment = new Sample();
    Sample cluster = new Sample();
    SplittableRandom random = new SplittableRandom(7);
    Chance chance = new Chance();
    for (int event = 0; event < 50_000; event++) {
      chance.start(random.nextDouble());
      int signals = witness.signals(0, chance);
      segment.add((signals & (Fate.daughter(0) | Fate.daughter(1))) != 0 ? 1 : 0);
      cluster.add((signals & Signal.LKR.bit()) != 0 ? 1 : 0);
    }
    assertThat(segment.pull(0.19 / some)).isCloseTo(0, within(Sample.SIGMAS));
    assertThat(cluster.pull(0.75 / some)).isCloseTo(0, within(Sample.SIGMAS));
  }
}
