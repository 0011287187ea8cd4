package org.lacuna.experiment.selection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import org.lacuna.core.batch.Columns;
import org.lacuna.experiment.TestApparatus;
import org.lacuna.experiment.event.Measured;

/// Each cut by what it reads, what passes it and what fails it.
class CutsTest {
  private static final double DEGREE = Math.PI / 180;

  /// Values of columns; the first is the one that is undefined in the test of undefined columns.
  record Values(Map<String, Double> columns) {
    static Values of(String column, double value) {
      return new Values(Map.of(column, value));
    }

    static Values of(String column, double value, String second, double other) {
      return new Values(Map.of(column, value, second, other));
    }
  }

  record Case(Cut cut, String threshold, List<Values> passing, List<Values> failing) {
    @Override
    public String toString() {
      return cut.label();
    }
  }

  private static Case inTime(Cut cut, String column, String threshold, double window) {
    return new Case(
        cut,
        threshold,
        List.of(Values.of(column, 0.99 * window), Values.of(column, -0.99 * window)),
        List.of(
            Values.of(column, 1.01 * window),
            Values.of(column, -1.01 * window),
            Values.of(column, window),
            Values.of(column, Measured.NONE)));
  }

  private static Case nothingInTime(Cut cut, String column, String threshold, double window) {
    Case opposite = inTime(cut, column, threshold, window);
    return new Case(
        cut,
        threshold,
        List.of(Values.of(column, 1.01 * window), Values.of(column, Measured.NONE)),
        opposite.passing);
  }

  private static Case between(Cut cut, String column, String threshold, double low, double high) {
    return new Case(
        cut,
        threshold,
        List.of(
            Values.of(column, low + 1e-3 * (high - low)),
            Values.of(column, high - 1e-3 * (high - low))),
        List.of(
            Values.of(column, low - 1e-3 * (high - low)),
            Values.of(column, high + 1e-3 * (high - low)),
            Values.of(column, low),
            Values.of(column, high)));
  }

  private static Case below(Cut cut, String column, String threshold, double low, double high) {
    return new Case(
        cut, threshold, List.of(Values.of(column, low)), List.of(Values.of(column, high)));
  }

  private static Case vertexBeyond(Cut cut, String threshold, double degrees, double leastM) {
    return new Case(
        cut,
        threshold,
        List.of(Values.of("vertexZ", 105 + leastM + 1e-3, "thetaStar", degrees * DEGREE)),
        List.of(Values.of("vertexZ", 105 + leastM - 1e-3, "thetaStar", degrees * DEGREE)));
  }

  private static Cut linear() {
    return Cuts.vertexBeyondLinear(105, 35, 8, 30 * DEGREE, 150 * DEGREE);
  }

  private static Cut kinematic() {
    return Cuts.vertexBeyondKinematic(105, 35, 8, 16);
  }

  static final List<Case> CASES =
      List.of(
          below(Cuts.trigger(), "trigger", "trigger", 1, 0),
          new Case(
              Cuts.onePositiveTrack(),
              "one positive",
              List.of(Values.of("charge", 1)),
              List.of(Values.of("charge", -1), Values.of("charge", 0), Values.of("charge", 2))),
          between(Cuts.momentum(5, 70), "track.momentum", "5 < p < 70 GeV", 5, 70),
          inTime(Cuts.ktag(1.5), "ktagTime", "1.5 ns", 1.5),
          new Case(
              Cuts.energyOverMomentum(0.2),
              "0.2",
              List.of(Values.of("calorimeterEnergy", 3.9, "track.momentum", 20)),
              List.of(Values.of("calorimeterEnergy", 4.1, "track.momentum", 20))),
          new Case(
              Cuts.richMuon(30),
              "30 GeV",
              List.of(
                  Values.of("richMuon", 1, "track.momentum", 20),
                  Values.of("richMuon", 1, "track.momentum", 40),
                  Values.of("richMuon", 0, "track.momentum", 40)),
              List.of(Values.of("richMuon", 0, "track.momentum", 20))),
          inTime(Cuts.muv3(3), "muv3Time", "3 ns", 3),
          inTime(Cuts.kaonTrack(0.5), "kaonTime", "0.5 ns", 0.5),
          below(Cuts.discriminant(0.03), "discriminant", "D > 0.03", 0.031, 0.029),
          below(Cuts.beamTracks(5), "beamTracks", "at most 5", 5, 6),
          below(Cuts.distance(7e-3), "distance", "7 mm", 6.9e-3, 7.1e-3),
          between(Cuts.vertex(105, 180), "vertexZ", "105 to 180 m", 105, 180),
          below(Cuts.vertexBeyond(105, 20), "vertexZ", "20 m", 125.1, 124.9),
          vertexBeyond(linear(), "35..8 m", 20, 35),
          vertexBeyond(linear(), "30..150 deg", 90, 21.5),
          vertexBeyond(linear(), "theta*", 120, 14.75),
          vertexBeyond(linear(), "linear", 160, 8),
          vertexBeyond(Cuts.vertexBeyondCosine(105, 35, 8), "35..8 m", 60, 28.25),
          vertexBeyond(Cuts.vertexBeyondCosine(105, 35, 8), "cos", 150, 9.80866),
          vertexBeyond(kinematic(), "16 m", 90, 16),
          vertexBeyond(kinematic(), "35..8 m", 20, 35),
          vertexBeyond(kinematic(), "tan", 150, 8),
          below(Cuts.noSegment(), "extraSegments", "segment", 0, 1),
          nothingInTime(Cuts.lkrVeto(12), "lkrTime", "12 ns", 12),
          nothingInTime(Cuts.lavVeto(3), "lavTime", "3 ns", 3),
          nothingInTime(Cuts.savVeto(2.5), "savTime", "2.5 ns", 2.5),
          nothingInTime(Cuts.chantiVeto(4), "chantiTime", "4 ns", 4),
          below(Cuts.tiles(2), "extraTiles", "at most 2", 2, 3),
          below(Cuts.richHits(3), "extraRichHits", "at most 3", 3, 4),
          between(
              Cuts.missingMassSquared(-0.01, 0.0125),
              "missingMassSquared",
              "-0.01 < m2miss < 0.0125 GeV2",
              -0.01,
              0.0125));

  private static float margin(Cut cut, Map<String, Double> values) {
    Measured event = new Measured();
    event.n = 1;
    Map<String, float[]> columns = Columns.of(event);
    columns.values().forEach(column -> column[0] = 0.1f);
    values.forEach(
        (name, value) -> Objects.requireNonNull(columns.get(name), name)[0] = value.floatValue());
    float[] margin = {1e9f};
    cut.lowering().lower(margin, event);
    return margin[0];
  }

  @ParameterizedTest
  @FieldSource("CASES")
  void letsPassWhatItShould(Case c) {
    for (Values values : c.passing) {
      assertThat(margin(c.cut, values.columns)).as("%s", values).isPositive();
    }
  }

  @ParameterizedTest
  @FieldSource("CASES")
  void failsWhatItShould(Case c) {
    for (Values values : c.failing) {
      assertThat(margin(c.cut, values.columns) > 0).as("%s", values).isFalse();
    }
  }

  @ParameterizedTest
  @FieldSource("CASES")
  void readsTheseColumnsAndNoOthers(Case c) {
    assertThat(c.cut.reads())
        .containsExactlyInAnyOrderElementsOf(c.passing.getFirst().columns.keySet());
  }

  @ParameterizedTest
  @FieldSource("CASES")
  void failsAnUndefinedEvent(Case c) {
    for (String column : c.cut.reads()) {
      assertThat(margin(c.cut, Map.of(column, Double.NaN))).as(column).isNaN();
    }
  }

  @ParameterizedTest
  @FieldSource("CASES")
  void saysItsThreshold(Case c) {
    assertThat(c.cut.label()).contains(c.threshold);
  }

  /// The forms of the least distance against their formulas, over all angles.
  @Test
  void followsTheFormsOfTheLeastDistance() {
    follows(linear(), theta -> clip(35 - 27 * (theta / DEGREE - 30) / 120));
    follows(Cuts.vertexBeyondCosine(105, 35, 8), theta -> 21.5 + 13.5 * StrictMath.cos(theta));
    follows(kinematic(), theta -> clip(16 / StrictMath.tan(theta / 2)));
  }

  private static double clip(double leastM) {
    return Math.clamp(leastM, 8, 35);
  }

  private static void follows(Cut cut, DoubleUnaryOperator leastM) {
    for (int degrees = 1; degrees < 180; degrees++) {
      double theta = degrees * DEGREE;
      float margin = margin(cut, Map.of("vertexZ", 150.0, "thetaStar", theta));
      assertThat((double) margin)
          .as("%s at %s deg", cut.label(), degrees)
          .isCloseTo(45 - leastM.applyAsDouble(theta), within(1e-4));
    }
  }

  @Test
  void acceptanceReadsTheTrackOnBothSidesOfTheMagnet() {
    Cut cut = Cuts.acceptance(TestApparatus.spectrometer(0.064));
    assertThat(cut.reads())
        .containsExactlyInAnyOrder(
            "track.x",
            "track.y",
            "track.z",
            "track.slopeX",
            "track.slopeY",
            "after.x",
            "after.y",
            "after.z",
            "after.slopeX",
            "after.slopeY");
    Map<String, Double> track = Map.of("track.z", 183.5, "after.z", 197.0);
    assertThat(margin(cut, with(track, "track.x", 0.3))).isNegative();
    assertThat(margin(cut, with(with(track, "track.slopeX", 0), "track.slopeY", 0))).isNegative();
  }

  private static Map<String, Double> with(Map<String, Double> values, String name, double value) {
    Map<String, Double> more = new HashMap<>(values);
    more.put(name, value);
    return more;
  }
}
