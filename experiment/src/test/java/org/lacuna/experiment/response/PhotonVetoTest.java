package org.lacuna.experiment.response;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.lacuna.core.batch.Ray;
import org.lacuna.core.function.LogCurve;
import org.lacuna.core.random.Draws;
import org.lacuna.core.random.Role;
import org.lacuna.experiment.Sample;
import org.lacuna.experiment.apparatus.Disc;
import org.lacuna.experiment.apparatus.Ring;
import org.lacuna.experiment.apparatus.Spectrometer;
import org.lacuna.experiment.response.PhotonVeto.Counter;
import org.lacuna.experiment.response.PhotonVeto.Material;
import org.lacuna.physics.decay.DecayModel;
import org.lacuna.physics.decay.Truth;
import org.lacuna.physics.particle.Particle;

class PhotonVetoTest {
  private static final int NOMINAL = Variant.NOMINAL.index();
  private static final int GEOMETRIC = Variant.GEOMETRIC.index();
  private static final int PLUS_SIGMA = Variant.INEFFICIENCY_PLUS_SIGMA.index();
  private static final int UNSEEN = Variant.CONVERSIONS_UNSEEN.index();
  private static final float START = 0.5f;

  /// What becomes of a photon of this row.
  private static final int STRIKES_BOTH = 0;

  private static final int STRIKES_FAR = 1;
  private static final int STRIKES_NONE = 2;

  private record TwoPhotonModel() implements DecayModel {
    @Override
    public String name() {
      return "two photons";
    }

    @Override
    public double branchingFraction() {
      return 1;
    }

    @Override
    public Particle charged() {
      return Particle.MUON;
    }

    @Override
    public int photons() {
      return 2;
    }

    @Override
    public void decay(Truth truth, Draws draw) {
      throw new UnsupportedOperationException("photons are set by hand");
    }
  }

  private final Truth truth = new Truth(new TwoPhotonModel(), Variant.count(2));
  private final Ray photon = truth.photonRay[0];
  private final Ray other = truth.photonRay[1];

  @BeforeEach
  void photons() {
    truth.number(0, 3);
    for (float[] weight : truth.weight) Arrays.fill(weight, START);
    fly(photon, STRIKES_BOTH, 0.5f);
    fly(photon, STRIKES_FAR, 0.1f);
    fly(photon, STRIKES_NONE, 3f);
    for (int i = 0; i < 3; i++) fly(other, i, 3f);
  }

  private static void fly(Ray ray, int row, float x) {
    ray.x[row] = x;
    ray.y[row] = 0;
    ray.z[row] = 150;
    ray.slopeX[row] = 0;
    ray.slopeY[row] = 0;
    ray.momentum[row] = 10;
  }

  private static LogCurve always(double inefficiency) {
    return new LogCurve(energy -> inefficiency);
  }

  private static PhotonVeto veto(double conversion, LogCurve near, LogCurve far) {
    return new PhotonVeto(
        List.of(
            new Counter(Signal.LAV, new Ring("near", 210, 0, 0.3f, 1), near, 0.2, true, false),
            new Counter(Signal.LAV, new Disc("far", 240, 1), far, 0.1, false, false)),
        chamber(conversion, 1));
  }

  /// One chamber before the magnet, which all photons cross.
  private static List<Material> chamber(double conversion, double pairMissed) {
    return List.of(new Material(new Disc("chamber", 190, 5), conversion, pairMissed));
  }

  private void weigh(PhotonVeto veto) {
    weigh(veto, 0);
  }

  private void weigh(PhotonVeto veto, double kickGeV) {
    Draws draw = new Draws(Role.STUDY, "photons", 1);
    draw.stage("photon veto");
    for (int k = 0; k < 2; k++) veto.weigh(k, truth, draw, spectrometer(kickGeV));
  }

  private static Spectrometer spectrometer(double kickGeV) {
    return new Spectrometer(List.of(), List.of(), 197, kickGeV, List.of(), List.of());
  }

  private float weight(int variant, int row) {
    return truth.weight[variant][row] / START;
  }

  @Test
  void theFirstCounterThatIsStruckDecides() {
    weigh(veto(0, always(0.25), always(0.125)));
    assertThat(weight(NOMINAL, STRIKES_BOTH)).isCloseTo(0.25f, within(1e-7f));
    assertThat(weight(NOMINAL, STRIKES_FAR)).isCloseTo(0.125f, within(1e-7f));
    assertThat(weight(NOMINAL, STRIKES_NONE)).isEqualTo(1f);
  }

  @Test
  void aPhotonThatStartsBehindACounterIsJudgedWhereItStarts() {
    photon.z[STRIKES_BOTH] = 200;
    photon.x[STRIKES_BOTH] = 0.1f;
    photon.slopeX[STRIKES_BOTH] = 0.01f; // 0.5 m at the far counter, but it came through the hole
    weigh(veto(0, always(0.25), always(0.125)));
    assertThat(weight(NOMINAL, STRIKES_BOTH)).isCloseTo(0.125f, within(1e-7f));
  }

  @Test
  void inefficiencyDependsOnTheEnergy() {
    LogCurve falling = new LogCurve(energy -> 0.1 / energy);
    for (float energy : new float[] {0.5f, 2, 30}) {
      Arrays.fill(truth.weight[NOMINAL], START);
      photon.momentum[STRIKES_BOTH] = energy;
      weigh(veto(0, falling, always(1)));
      assertThat(weight(NOMINAL, STRIKES_BOTH))
          .isCloseTo(0.1f / energy, within(1e-3f * 0.1f / energy));
    }
  }

  @Test
  void photonsAreIndependent() {
    for (int i = 0; i < 3; i++) fly(other, i, 0.1f);
    weigh(veto(0, always(0.25), always(0.125)));
    assertThat(weight(NOMINAL, STRIKES_BOTH)).isCloseTo(0.25f * 0.125f, within(1e-7f));
    assertThat(weight(NOMINAL, STRIKES_FAR)).isCloseTo(0.125f * 0.125f, within(1e-7f));
    assertThat(weight(NOMINAL, STRIKES_NONE)).isCloseTo(0.125f, within(1e-7f));
  }

  @Test
  void hasItsLimits() {
    weigh(veto(0, always(1), always(1)));
    for (int i = 0; i < 3; i++) assertThat(weight(NOMINAL, i)).isEqualTo(1f);
    weigh(veto(0, always(0), always(0)));
    assertThat(weight(NOMINAL, STRIKES_BOTH)).isZero();
    assertThat(weight(NOMINAL, STRIKES_FAR)).isZero();
    assertThat(weight(NOMINAL, STRIKES_NONE)).isEqualTo(1f);
  }

  /// Efficiencies are left out of the geometric variant, photons are not.
  @Test
  void theGeometricVariantHasTheNominalVeto() {
    weigh(veto(0.014, always(0.25), always(0.125)));
    for (int i = 0; i < 3; i++) assertThat(weight(GEOMETRIC, i)).isEqualTo(weight(NOMINAL, i));
  }

  /// Each counter has its own uncertainty, that of the counter that decides; a probability stays
  /// below 1.
  @Test
  void oneVariantMissesOneStandardDeviationMore() {
    weigh(veto(0, always(0.25), always(0.125)));
    assertThat(weight(PLUS_SIGMA, STRIKES_BOTH)).isCloseTo(0.25f * 1.2f, within(1e-7f));
    assertThat(weight(PLUS_SIGMA, STRIKES_FAR)).isCloseTo(0.125f * 1.1f, within(1e-7f));
    assertThat(weight(PLUS_SIGMA, STRIKES_NONE)).isEqualTo(1f);
    Arrays.fill(truth.weight[PLUS_SIGMA], START);
    weigh(veto(0, always(0.9), always(0.125)));
    assertThat(weight(PLUS_SIGMA, STRIKES_BOTH)).isEqualTo(1f);
  }

  /// `1 - (1 - c)(1 - inefficiency)` where the counter is blind to conversions.
  @Test
  void oneVariantMissesConvertedPhotons() {
    weigh(veto(0.1, always(0.25), always(0.125)));
    assertThat(weight(UNSEEN, STRIKES_BOTH)).isCloseTo(1 - 0.9f * 0.75f, within(1e-7f));
    // The other counter sees the pair with both its legs.
    assertThat(weight(UNSEEN, STRIKES_FAR))
        .isCloseTo(0.9f * 0.125f + 0.1f * 0.125f * 0.125f, within(1e-7f));
    assertThat(weight(UNSEEN, STRIKES_NONE)).isEqualTo(1f);
  }

  /// The other photon strikes no counter, but the chambers may see its pair.
  @Test
  void aPairIsMissedIfBothLegsAndTheTrackAre() {
    List<Counter> far =
        List.of(new Counter(Signal.LAV, new Disc("far", 240, 1), always(0.25), 0, false, false));
    weigh(new PhotonVeto(far, chamber(0.1, 0.5)));
    assertThat(weight(NOMINAL, STRIKES_FAR))
        .isCloseTo((0.9f * 0.25f + 0.1f * 0.5f * 0.25f * 0.25f) * 0.95f, within(1e-7f));
  }

  /// A kick of 0.27 GeV moves legs of at most 10 GeV by more than a metre, out of the counter.
  @Test
  void theMagnetTurnsTheLegsOutOfACounter() {
    List<Counter> far =
        List.of(new Counter(Signal.LAV, new Disc("far", 240, 1), always(0), 0, false, false));
    weigh(new PhotonVeto(far, chamber(0.1, 1)), 0.27);
    assertThat(weight(NOMINAL, STRIKES_FAR)).isCloseTo(0.1f, within(1e-7f));
  }

  /// `1 - (1 - c1)(1 - c2)` convert; each chamber misses its own share of the pairs.
  @Test
  void eachChamberHasItsOwnPairs() {
    List<Counter> far =
        List.of(new Counter(Signal.LAV, new Disc("far", 240, 1), always(0), 0, false, false));
    List<Material> chambers =
        List.of(
            new Material(new Disc("second", 194, 5), 0.2, 1),
            new Material(new Disc("first", 184, 5), 0.1, 0.5),
            new Material(new Ring("beside", 185, 0, 4, 5), 1, 1));
    weigh(new PhotonVeto(far, chambers), 0.27);
    // The first chamber sees half the pairs of the other photon, too.
    assertThat(weight(NOMINAL, STRIKES_FAR))
        .isCloseTo((0.1f * 0.5f + 0.9f * 0.2f) * 0.95f, within(1e-6f));
  }

  /// A counter there has it first.
  @Test
  void whatDoesNotPassTheBoreBeforeAChamberDoesNotConvertThere() {
    List<Counter> far =
        List.of(new Counter(Signal.LAV, new Disc("far", 240, 1), always(0.25), 0, false, false));
    Spectrometer narrow =
        new Spectrometer(
            List.of(new Disc("bore", 181, 0.3f)), List.of(), 197, 0.27, List.of(), List.of());
    Draws draw = new Draws(Role.STUDY, "photons", 1);
    draw.stage("photon veto");
    new PhotonVeto(far, chamber(0.1, 1)).weigh(0, truth, draw, narrow);
    assertThat(weight(NOMINAL, STRIKES_BOTH)).isCloseTo(0.25f, within(1e-7f));
    assertThat(weight(NOMINAL, STRIKES_FAR)).isCloseTo(0.9f * 0.25f + 0.1f, within(1e-7f));
  }

  /// Wherever the magnet would have turned the legs.
  @Test
  void aPairFromBehindTheMagnetIsMissedOnlyByWhatSeesNothingCharged() {
    for (boolean neutralOnly : new boolean[] {false, true}) {
      Arrays.fill(truth.weight[NOMINAL], START);
      Arrays.fill(truth.weight[UNSEEN], START);
      List<Counter> far =
          List.of(
              new Counter(Signal.SAV, new Disc("far", 240, 1), always(0.25), 0, true, neutralOnly));
      List<Material> behind = List.of(new Material(new Disc("behind", 210, 0.3f), 0.1, 1));
      weigh(new PhotonVeto(far, behind), 0.27);
      float pair = neutralOnly ? 1 : 0.25f;
      assertThat(weight(NOMINAL, STRIKES_FAR)).isCloseTo(0.9f * 0.25f + 0.1f * pair, within(1e-7f));
      assertThat(weight(UNSEEN, STRIKES_FAR)).isEqualTo(weight(NOMINAL, STRIKES_FAR));
      assertThat(weight(NOMINAL, STRIKES_BOTH)).isCloseTo(0.25f, within(1e-7f));
    }
  }

  /// Both legs go on to the counter that sees nothing charged.
  @Test
  void noLegReachesWhatSeesNothingCharged() {
    List<Counter> far =
        List.of(new Counter(Signal.SAV, new Disc("far", 240, 1), always(0), 0, true, true));
    weigh(new PhotonVeto(far, chamber(0.1, 1)));
    assertThat(weight(NOMINAL, STRIKES_FAR)).isCloseTo(0.1f, within(1e-7f));
  }

  @Test
  void seesNothingWithoutCounters() {
    weigh(new PhotonVeto(List.of(), chamber(0.1, 1)));
    for (float[] weight : truth.weight) {
      for (int i = 0; i < 3; i++) assertThat(weight[i]).isEqualTo(START);
    }
  }

  @Test
  void refusesAConversionThatIsNoProbability() {
    assertThatThrownBy(() -> chamber(1.2, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("chamber")
        .hasMessageContaining("1.2");
    assertThatThrownBy(() -> chamber(0.1, -0.5))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("chamber")
        .hasMessageContaining("-0.5");
  }

  @Test
  void refusesCountersOutOfOrder() {
    Counter near = new Counter(Signal.LAV, new Disc("near", 180, 1), always(1), 0, true, false);
    Counter far = new Counter(Signal.LAV, new Disc("far", 240, 1), always(1), 0, true, false);
    assertThatThrownBy(() -> new PhotonVeto(List.of(far, near), List.of()))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("near")
        .hasMessageContaining("far");
  }

  @Test
  void onlyPhotonsHaveVariantsOfTheVeto() {
    assertThat(Variant.count(0)).isEqualTo(2);
    assertThat(Variant.count(1)).isEqualTo(4);
    assertThat(Arrays.stream(Variant.values()).map(Variant::index)).containsExactly(0, 1, 2, 3);
  }

  /// Seen whole by the near counter, or as a pair by the chambers and the legs, which strike the
  /// same counter.
  @Test
  void tellsWhichCounterHasSeenAPhoton() {
    List<Counter> counters =
        List.of(
            new Counter(
                Signal.LAV, new Ring("near", 210, 0, 0.3f, 1), always(0.25), 0, true, false),
            new Counter(Signal.LKR, new Disc("far", 240, 1), always(0.125), 0, false, false));
    PhotonVeto veto = new PhotonVeto(counters, chamber(0.4, 0.5));
    Draws draw = new Draws(Role.STUDY, "photons", 1);
    draw.stage("photon veto");
    Fate.Witness witness = veto.weigh(0, truth, draw, spectrometer(0));
    double all = 0.6 * 0.25 + 0.4 * 0.5 * 0.25 * 0.25;
    Sample near = new Sample();
    Sample segment = new Sample();
    SplittableRandom random = new SplittableRandom(8);
    Chance chance = new Chance();
    for (int event = 0; event < 50_000; event++) {
      chance.start(random.nextDouble());
      int signals = witness.signals(STRIKES_BOTH, chance);
      assertThat(signals & Signal.LKR.bit()).isZero();
      near.add((signals & Signal.LAV.bit()) != 0 ? 1 : 0);
      segment.add((signals & Signal.SEGMENT.bit()) != 0 ? 1 : 0);
    }
    double legs = 1 - 0.25 * 0.25;
    assertThat(near.pull((0.6 * 0.75 + 0.4 * legs) / (1 - all)))
        .isCloseTo(0, within(Sample.SIGMAS));
    assertThat(segment.pull(0.4 * 0.5 / (1 - all))).isCloseTo(0, within(Sample.SIGMAS));
    chance.start(0.5);
    assertThat(witness.signals(STRIKES_FAR, chance) & Signal.LAV.bit()).isZero();
    chance.start(0.5);
    assertThat(witness.signals(STRIKES_NONE, chance)).isEqualTo(Signal.SEGMENT.bit());
  }

  @Test
  void knowsABoundOfWhatItMisses() {
    PhotonVeto veto = veto(0.1, always(0.25), always(0.125));
    float[] most = veto.most(0, truth, spectrometer(0)).clone();
    weigh(veto);
    for (int i = 0; i < 3; i++) {
      assertThat(most[i]).isGreaterThan(weight(NOMINAL, i)).isLessThan(weight(NOMINAL, i) + 0.15f);
    }
  }
}
