package org.lacuna.experiment.simulation;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.lacuna.core.batch.Ray;
import org.lacuna.core.batch.Rows;
import org.lacuna.core.random.Role;
import org.lacuna.experiment.TestApparatus;
import org.lacuna.experiment.apparatus.FourViews;
import org.lacuna.experiment.apparatus.Plane;
import org.lacuna.experiment.apparatus.Ring;
import org.lacuna.experiment.apparatus.Spectrometer;
import org.lacuna.experiment.apparatus.StrayField;
import org.lacuna.experiment.event.Measured;
import org.lacuna.experiment.reconstruction.MatchKaon;
import org.lacuna.experiment.reconstruction.MissingMass;
import org.lacuna.experiment.reconstruction.Step;
import org.lacuna.experiment.reconstruction.Vertex;
import org.lacuna.experiment.selection.Cuts;
import org.lacuna.experiment.selection.Selection;
import org.lacuna.physics.decay.LeptonNeutral;
import org.lacuna.physics.decay.Truth;
import org.lacuna.physics.particle.Particle;

/// A K⁻ in the fields goes as a K⁺ in the reversed ones: both are charge times field. Turned by
/// half a turn about the axis, with apparatus and beam, it is the event of a K⁺ again, to the last
/// bit.
class ChargeConjugationTest {
  private static final LeptonNeutral DECAY = new LeptonNeutral("munu", 0.6, Particle.MUON, 0.2);
  private static final Apparatus EXACT =
      TestApparatus.with(
          TestApparatus.with(TestApparatus.whole(), TestApparatus.exactMuon()),
          TestApparatus.exactKaon());

  private static Simulation chain(Apparatus apparatus, double beamSlope) {
    MatchKaon m = TestApparatus.matchKaon();
    MatchKaon match =
        new MatchKaon(
            m.distanceTail(),
            m.timeTail(),
            m.windowNs(),
            m.momentumGeV(),
            m.momentumSigmaGeV(),
            beamSlope,
            m.slopeSigmaX(),
            m.slopeSigmaY(),
            m.largestChiSquare());
    return Simulation.of(
        apparatus,
        List.of(
            new Step.Named("match kaon", match),
            new Step.Named("vertex", new Vertex(apparatus.field())),
            new Step.Named("missing mass", new MissingMass())),
        new Selection(
            List.of(
                Cuts.acceptance(apparatus.spectrometer()),
                Cuts.distance(7e-3),
                Cuts.vertex(TestApparatus.START_M, TestApparatus.END_M))),
        DECAY,
        Role.SIMULATION,
        3);
  }

  private static Apparatus turned() {
    Spectrometer s = EXACT.spectrometer();
    Spectrometer turned =
        new Spectrometer(
            s.aperturesBefore(),
            turned(s.planesBefore()),
            s.magnetZM(),
            -s.kickGeV(),
            s.aperturesAfter(),
            turned(s.planesAfter()));
    StrayField reversed =
        new StrayField(
            TestApparatus.STATION_M,
            TestApparatus.CHAMBER_M,
            TestApparatus.fieldZ(),
            reversed(TestApparatus.fieldBx()),
            reversed(TestApparatus.fieldBy()));
    return TestApparatus.with(TestApparatus.with(EXACT, turned), reversed);
  }

  private static List<Plane> turned(List<Plane> planes) {
    return planes.stream().map(ChargeConjugationTest::turned).toList();
  }

  private static Plane turned(Plane plane) {
    return switch (plane) {
      case FourViews v -> new FourViews(v.name(), v.z(), -v.holeX(), v.gap(), v.outer());
      case Ring r -> new Ring(r.name(), r.z(), -r.holeX(), r.hole(), r.outer());
      default -> plane;
    };
  }

  private static double[] reversed(double[] field) {
    return Arrays.stream(field).map(b -> -b).toArray();
  }

  /// The rest of a chain behind decays that have been made by another.
  private static void goOn(Simulation chain, Batch batch) {
    boolean isThere = false;
    for (Stage stage : chain.stages()) {
      if (isThere) {
        batch.draw().stage(stage.name());
        stage.work().accept(batch);
      }
      isThere |= stage.name().equals(Stages.LABORATORY);
    }
  }

  private static void turn(Truth truth) {
    for (Ray ray : List.of(truth.kaon, truth.chargedRay)) {
      for (float[] column : List.of(ray.x, ray.y, ray.slopeX, ray.slopeY)) {
        for (int i = 0; i < truth.n; i++) column[i] = -column[i];
      }
    }
  }

  @Test
  void reversedFieldsMakeTheEventsOfTheOtherCharge() {
    Simulation positive = chain(EXACT, TestApparatus.BEAM_SLOPE);
    Simulation negative = chain(turned(), -TestApparatus.BEAM_SLOPE);
    Batch there = positive.batch();
    Batch here = positive.batch();
    positive.decays(there, 0, Rows.BLOCK);
    positive.decays(here, 0, Rows.BLOCK);
    turn(here.truth());
    goOn(positive, there);
    goOn(negative, here);
    Measured a = there.seen();
    Measured b = here.seen();
    assertThat(b.n).isEqualTo(a.n).isGreaterThan(500);
    int selected = 0;
    for (int i = 0; i < a.n; i++) {
      assertThat(here.truth().margin[i]).isEqualTo(there.truth().margin[i]);
      assertThat(b.missingMassSquared[i]).isEqualTo(a.missingMassSquared[i]);
      assertThat(b.thetaStar[i]).isEqualTo(a.thetaStar[i]);
      assertThat(b.vertexZ[i]).isEqualTo(a.vertexZ[i]);
      assertThat(b.vertexX[i]).isEqualTo(-a.vertexX[i]);
      assertThat(b.track.slopeY[i]).isEqualTo(-a.track.slopeY[i]);
      assertThat(b.after.slopeX[i]).isEqualTo(-a.after.slopeX[i]);
      assertThat(b.passed[i]).isEqualTo(a.passed[i]);
      selected += a.passed[i] == positive.selection().required() ? 1 : 0;
    }
    assertThat(selected).isGreaterThan(300);
  }

  /// Without turning the fields, they are other events: the test would notice.
  @Test
  void theFieldsMatter() {
    Simulation positive = chain(EXACT, TestApparatus.BEAM_SLOPE);
    Batch there = positive.batch();
    Batch here = positive.batch();
    positive.decays(there, 0, Rows.BLOCK);
    positive.decays(here, 0, Rows.BLOCK);
    goOn(positive, there);
    goOn(chain(TestApparatus.with(EXACT, TestApparatus.noField()), TestApparatus.BEAM_SLOPE), here);
    assertThat(here.seen().vertexX[0]).isNotEqualTo(there.seen().vertexX[0]);
  }
}
