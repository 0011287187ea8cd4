package org.lacuna.experiment.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;
import org.lacuna.core.batch.Rows;
import org.lacuna.core.quantity.Estimate;
import org.lacuna.core.random.Role;
import org.lacuna.experiment.TestApparatus;
import org.lacuna.experiment.apparatus.Octagon;
import org.lacuna.experiment.reconstruction.Vertex;
import org.lacuna.experiment.response.ClusterResponse;
import org.lacuna.experiment.simulation.Apparatus;
import org.lacuna.experiment.simulation.Batch;
import org.lacuna.experiment.simulation.Simulation;
import org.lacuna.physics.decay.DecayModel;
import org.lacuna.physics.decay.LeptonNeutral;
import org.lacuna.physics.particle.Particle;
import org.lacuna.physics.process.PionPionZero;
import org.lacuna.physics.process.PionTriplet;
import org.lacuna.physics.process.PionZeroMode;

/// Looks at samples of the small apparatus.
class LookTest {
  private static final int EVENTS = 20 * Rows.BLOCK;
  private static final double MASS_GEV = 0.3;

  private static Simulation chain(Apparatus apparatus, DecayModel model) {
    return Simulation.of(
        apparatus,
        TestApparatus.reconstruction(apparatus.field()),
        TestApparatus.selection(),
        model,
        Role.STUDY,
        11);
  }

  private static DecayModel muonAnd(double massGeV) {
    return new LeptonNeutral("hnl", 1, Particle.MUON, massGeV);
  }

  private static Gathered gather(Look look, int events) {
    Gathered gathered = new Gathered();
    Batch batch = look.sample().batch();
    for (int first = 0; first < events; first += Rows.BLOCK) {
      look.block(batch, first, Rows.BLOCK, gathered);
    }
    return gathered;
  }

  @Test
  void withoutPileUpNoKaonIsWrong() {
    Apparatus exact = TestApparatus.with(TestApparatus.whole(), TestApparatus.exactKaon());
    Gathered kaons = gather(new ChosenKaons(chain(exact, muonAnd(0))), EVENTS);
    assertThat(kaons.ratioOf(ChosenKaons.WRONG).estimate().value()).isZero();
  }

  /// With a kaon efficiency of 0.88 and 0.4 tracks of pile-up on average a few per cent are wrong;
  /// most of them because the kaon is not there.
  @Test
  void wrongKaonsAreMostlyThoseOfEventsWithoutAKaon() {
    Gathered kaons = gather(new ChosenKaons(chain(TestApparatus.whole(), muonAnd(0))), EVENTS);
    double wrong = kaons.ratioOf(ChosenKaons.WRONG).estimate().value();
    double mispaired = kaons.ratioOf(ChosenKaons.MISPAIRED).estimate().value();
    assertThat(wrong).isBetween(0.01, 0.06);
    assertThat(mispaired).isBetween(0.002, 0.6 * wrong);
  }

  /// For a long lifetime the loss is t/τ; a hundred times the lifetime makes a hundredth of it, to
  /// the next order, which is as small again.
  @Test
  void theLossByDecaysIsInverseToALongLifetime() {
    Look look =
        new SeenDecays(
            chain(TestApparatus.whole(), muonAnd(MASS_GEV)),
            MASS_GEV,
            Map.of("near", 200.0, "far", 247.0),
            List.of(100.0, 1e4, Double.POSITIVE_INFINITY));
    Gathered seen = gather(look, EVENTS);
    double far = loss(seen, "far", 100);
    assertThat(loss(seen, "far", 1e4)).isCloseTo(far / 100, within(0.03 * far / 100));
    assertThat(loss(seen, "far", Double.POSITIVE_INFINITY)).isZero();
    assertThat(loss(seen, "near", 100)).isLessThan(far);
    // N takes most of 75 GeV over about 100 m: 100 m · 0.3/(55 GeV · c) = 1.8 ns.
    assertThat(far).isCloseTo(0.018, within(0.006));
  }

  private static double loss(Gathered seen, String end, double lifetimeNs) {
    return seen.ratioOf(SeenDecays.name(end, lifetimeNs)).estimate().value() - 1;
  }

  private static DoubleStream all(Gathered gathered, String name) {
    return DoubleStream.of(gathered.valuesOf(name).values());
  }

  private static ThreePions pions(Apparatus apparatus) {
    return new ThreePions(
        chain(apparatus, new PionTriplet()),
        apparatus,
        apparatus.spectrometer().before(205),
        apparatus.spectrometer(),
        TestApparatus.matchKaon());
  }

  /// What is measured exactly has the mass of the kaon, to the rounding of single precision, and
  /// all pions meet the kaon: without a field to the rounding, too.
  @Test
  void exactPionsMakeUpTheKaon() {
    Apparatus exact =
        TestApparatus.with(
            TestApparatus.with(
                TestApparatus.with(
                    TestApparatus.with(TestApparatus.whole(), TestApparatus.exactMuon()),
                    TestApparatus.exactKaon()),
                TestApparatus.noField()),
            new ClusterResponse(0, 0, 0, 0, 0));
    Gathered gathered = gather(pions(exact), 2 * Rows.BLOCK);
    assertThat(gathered.valuesOf(ThreePions.MASS).values()).hasSizeGreaterThan(100);
    assertThat(all(gathered, ThreePions.MASS)).allMatch(mass -> Math.abs(mass) < 2e-6);
    assertThat(all(gathered, ThreePions.DISTANCE)).allMatch(distance -> distance < 3e-5);
    assertThat(gathered.valuesOf(ThreePions.TIME).values()).containsOnly(0);
  }

  /// A field that bends pions of either charge their own way does not move the mass.
  @Test
  void theFieldDoesNotMoveTheMass() {
    Apparatus exact =
        TestApparatus.with(
            TestApparatus.with(TestApparatus.whole(), TestApparatus.exactMuon()),
            TestApparatus.exactKaon());
    Gathered gathered = gather(pions(exact), 2 * Rows.BLOCK);
    assertThat(all(gathered, ThreePions.MASS)).allMatch(mass -> Math.abs(mass) < 2e-6);
    assertThat(all(gathered, ThreePions.DISTANCE)).anyMatch(distance -> distance > 1e-4);
  }

  @Test
  void whatElseMustSeeThePionsCostsAcceptance() {
    Gathered gathered = gather(pions(TestApparatus.whole()), EVENTS);
    Estimate chambers = gathered.ratioOf(ThreePions.IN_CHAMBERS).estimate();
    Estimate all = gathered.ratioOf(ThreePions.ACCEPTED).estimate();
    assertThat(chambers.value()).isBetween(0.1, 0.5);
    assertThat(all.value()).isLessThan(chambers.value() - 5 * chambers.sigma());
    double sum = DoubleStream.of(gathered.valuesOf(ThreePions.MASS).weights()).sum();
    assertThat(sum / EVENTS).isCloseTo(all.value(), within(1e-6));
  }

  @Test
  void photonsOfFastPionsAreLostLessOften() {
    Apparatus whole = TestApparatus.whole();
    Look look =
        new LostPhotons(
            chain(whole, new PionPionZero(PionZeroMode.PHOTONS)),
            whole.photonVeto(),
            whole.spectrometer(),
            15,
            35);
    Gathered photons = gather(look, EVENTS);
    double all = photons.ratioOf(LostPhotons.ALL).estimate().value();
    double tagged = photons.ratioOf(LostPhotons.TAGGED).estimate().value();
    assertThat(all).isBetween(0.005, 0.2);
    assertThat(tagged).isLessThan(all);
  }

  private static TwoClusters clusters(Apparatus apparatus) {
    return new TwoClusters(
        chain(apparatus, new PionPionZero(PionZeroMode.PHOTONS)),
        apparatus,
        apparatus.spectrometer().before(240),
        new Octagon("LKr", 241f, 0.08f, 1.28f),
        List.of(TestApparatus.matchKaon(), new Vertex(apparatus.field())),
        0.2,
        1,
        15,
        35);
  }

  /// What is measured exactly has the mass of the π⁰, seen and missing. In single precision the
  /// distance of the clusters is known to 10⁻⁶.
  @Test
  void exactClustersMakeUpThePionZero() {
    Apparatus exact =
        TestApparatus.with(
            TestApparatus.with(
                TestApparatus.with(
                    TestApparatus.with(TestApparatus.whole(), TestApparatus.exactMuon()),
                    TestApparatus.exactKaon()),
                TestApparatus.noField()),
            new ClusterResponse(0, 0, 0, 0, 0));
    Gathered gathered = gather(clusters(exact), 2 * Rows.BLOCK);
    assertThat(gathered.valuesOf(TwoClusters.PHOTONS).values()).hasSizeGreaterThan(100);
    assertThat(all(gathered, TwoClusters.PHOTONS)).allMatch(mass -> Math.abs(mass) < 2e-5);
    assertThat(all(gathered, TwoClusters.MISSING)).allMatch(mass2 -> Math.abs(mass2) < 5e-6);
  }

  @Test
  void pionsOfARangeAreSomeOfAll() {
    Gathered gathered = gather(clusters(TestApparatus.whole()), EVENTS);
    double all = gathered.ratioOf(TwoClusters.ACCEPTED).estimate().value();
    double inRange = gathered.ratioOf(TwoClusters.IN_RANGE).estimate().value();
    assertThat(inRange).isBetween(0.3 * all, 0.8 * all);
    assertThat(all).isBetween(0.1, 0.5);
    double sum = DoubleStream.of(gathered.valuesOf(TwoClusters.MISSING).weights()).sum();
    assertThat(sum / EVENTS).isLessThanOrEqualTo(inRange);
  }
}
