package org.lacuna.experiment.simulation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.lacuna.core.batch.Rows;
import org.lacuna.core.random.Role;
import org.lacuna.experiment.TestApparatus;
import org.lacuna.experiment.event.Measured;
import org.lacuna.experiment.simulation.DoubleChain.Candidate;
import org.lacuna.experiment.simulation.DoubleChain.Event;
import org.lacuna.experiment.simulation.DoubleChain.Measurement;
import org.lacuna.experiment.simulation.DoubleChain.Vertex;
import org.lacuna.physics.decay.LeptonNeutral;
import org.lacuna.physics.particle.Particle;

/// The columns against the [DoubleChain], event by event: the same numbers, and the same decisions
/// wherever they are not decided by the last digits.
class DoubleChainTest {
  private static final long SEED = 20210610;
  private static final int BLOCKS = 8;

  /// Decisions with a relative margin below this may differ.
  private static final double UNDECIDED = 1e-4;

  private static final double GEV2 = 1e-6;

  private final Apparatus apparatus = TestApparatus.whole();
  private int measured;
  private int selected;
  private int undecided;

  @ParameterizedTest
  @ValueSource(doubles = {0, 0.3})
  void agreesWithTheColumnsEventByEvent(double invisibleMassGeV) {
    String process = "munu";
    Simulation columns =
        Simulation.of(
            apparatus,
            TestApparatus.reconstruction(),
            TestApparatus.selection(),
            new LeptonNeutral(process, 0.6, Particle.MUON, invisibleMassGeV),
            Role.NATURE,
            SEED);
    DoubleChain chain = new DoubleChain(apparatus, process, invisibleMassGeV, Role.NATURE, SEED);
    Batch batch = columns.batch();
    for (int block = 0; block < BLOCKS; block++) {
      long first = (long) block * Rows.BLOCK;
      columns.run(batch, first, Rows.BLOCK);
      int row = 0;
      for (long number = first; number < first + Rows.BLOCK; number++) {
        boolean kept = row < batch.seen().n && batch.seen().number(row) == number;
        compare(chain.event(number), kept, columns, batch.seen(), row, number);
        row += kept ? 1 : 0;
      }
    }
    int thrown = BLOCKS * Rows.BLOCK;
    assertThat(measured).isGreaterThan(thrown / 3);
    assertThat(selected).isGreaterThan(thrown / 10);
    assertThat(undecided).isLessThan(thrown / 100);
  }

  private void compare(
      Event event, boolean kept, Simulation columns, Measured seen, int row, long number) {
    if (event.margins().stream().anyMatch(DoubleChainTest::isClose)) {
      undecided++;
      return;
    }
    assertThat(kept).as("event %s reaches the detectors", number).isEqualTo(event.isMeasured());
    if (!kept) return;
    measured++;
    Measurement expected = Objects.requireNonNull(event.measured());
    String what = "event " + number + " ";
    near(what + "track x", seen.track.x[row], expected.track().x(), 1e-6);
    near(what + "track y", seen.track.y[row], expected.track().y(), 1e-6);
    // A muon that flies backwards in the rest frame is boosted to a tenth of the terms of the
    // boost.
    near(what + "track dx/dz", seen.track.slopeX[row], expected.track().slopeX(), 5e-8);
    near(what + "track dy/dz", seen.track.slopeY[row], expected.track().slopeY(), 5e-8);
    near(what + "track p", seen.track.momentum[row], expected.track().p(), 2e-5);
    if (isClose(expected.closeCall())) {
      undecided++;
      return;
    }
    Candidate kaon = expected.kaon();
    Vertex vertex = expected.vertex();
    if (kaon != null && vertex != null) {
      compareKaon(what, seen, row, kaon);
      compareVertex(what, seen, row, vertex);
    } else {
      assertThat(seen.kaonTime[row]).as(what + "has no kaon").isEqualTo(Measured.NONE);
      assertThat(Math.abs(seen.vertexZ[row])).as(what + "has no vertex").isGreaterThan(1000f);
    }
    compareCuts(what, columns, seen.passed[row], expected.cuts());
  }

  private static void compareKaon(String what, Measured seen, int row, Candidate kaon) {
    near(what + "kaon time", seen.kaonTime[row], kaon.timeNs(), 1e-6);
    near(what + "kaon p", seen.kaon.momentum[row], kaon.track().p(), 5e-5);
    near(what + "kaon dx/dz", seen.kaon.slopeX[row], kaon.track().slopeX(), 1e-9);
    near(what + "discriminant", seen.discriminant[row], kaon.discriminant(), 1e-4);
  }

  /// The vertex moves by the error of a position, 10⁻⁷ m, over the angle.
  private static void compareVertex(String what, Measured seen, int row, Vertex vertex) {
    double angle =
        StrictMath.hypot(
            seen.muonSlopeX[row] - seen.kaonSlopeX[row],
            seen.muonSlopeY[row] - seen.kaonSlopeY[row]);
    near(what + "distance", seen.distance[row], vertex.distanceM(), 1e-6);
    near(what + "vertex x", seen.vertexX[row], vertex.x(), 1e-6);
    near(what + "vertex y", seen.vertexY[row], vertex.y(), 1e-6);
    near(what + "vertex z", seen.vertexZ[row], vertex.z(), 1e-4 + 1e-6 / angle);
    near(what + "m2miss", seen.missingMassSquared[row], vertex.missingMassSquaredGeV2(), GEV2);
    near(what + "theta*", seen.thetaStar[row], vertex.theta(), 1e-5);
  }

  private void compareCuts(String what, Simulation columns, int passed, List<Double> margins) {
    int[] applied =
        IntStream.range(0, columns.selection().cuts().size())
            .filter(columns.selection()::applies)
            .toArray();
    boolean all = margins.size() == applied.length;
    for (int c = 0; c < margins.size(); c++) {
      if (isClose(margins.get(c))) {
        undecided++;
        return;
      }
      boolean bit = (passed & (1 << applied[c])) != 0;
      assertThat(bit)
          .as(what + "passes '%s'", columns.selection().labels().get(applied[c]))
          .isEqualTo(margins.get(c) > 0);
      all &= bit;
    }
    selected += all ? 1 : 0;
  }

  private static boolean isClose(double margin) {
    return Math.abs(margin) < UNDECIDED;
  }

  private static void near(String what, float column, double expected, double tolerance) {
    assertThat((double) column).as(what).isCloseTo(expected, within(tolerance));
  }
}
