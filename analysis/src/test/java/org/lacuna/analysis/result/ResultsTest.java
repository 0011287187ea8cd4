package org.lacuna.analysis.result;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.lacuna.core.quantity.Estimate;

class ResultsTest {

  @Test
  void aBandRises() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Band(1, 2, 1.5, 3, 4))
        .withMessageContaining("must rise");
    assertThatIllegalArgumentException().isThrownBy(() -> new Band(-1, 2, 3, 4, 5));
    assertThatIllegalArgumentException().isThrownBy(() -> new Band(1, 2, Double.NaN, 4, 5));
  }

  @Test
  void aBandThatWasNotComputedStaysSo() {
    assertThat(Band.NOT_COMPUTED.times(3)).isEqualTo(Band.NOT_COMPUTED);
    assertThat(Band.NOT_COMPUTED.isComputed()).isFalse();
  }

  @Test
  void aLimitKeepsItsMeaningInAnotherMeasure() {
    Limit events = new Limit(6, new Band(1, 2, 3, 4, Double.POSITIVE_INFINITY));
    assertThat(events.times(0.5))
        .isEqualTo(new Limit(3, new Band(0.5, 1, 1.5, 2, Double.POSITIVE_INFINITY)));
  }

  @Test
  void uncertaintiesOfABackgroundAddInQuadrature() {
    assertThat(new BackgroundSigma(3, 4).total()).isEqualTo(5);
  }

  @Test
  void aHypothesisWithALimitLacksNothing() {
    Hypothesis given = ExampleRun.results().hnl().hypotheses().getFirst();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> withExpected(given, Double.NaN))
        .withMessageContaining("expected = NaN");
  }

  @Test
  void unitsAreThoseOfTheFile() {
    Estimate number = new Estimate(1, 0, "");
    Estimate fraction = new Estimate(0.3, 0.1, "%");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Normalisation(1, fraction, number, number, number))
        .withMessageContaining("acceptance has the unit \"%\"");
  }

  @Test
  void hypothesesAreSortedByMass() {
    HnlSearch given = ExampleRun.results().hnl();
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new HnlSearch(given.hypotheses().reversed(), List.of(), given.global()))
        .withMessageContaining("sort them");
  }

  @Test
  void everyPartOfASpectrumHasItsBins() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Spectrum(0, 0.1, List.of(1L, 2L), List.of(), List.of(0.5)))
        .withMessageContaining("sigma has 1 bins: must have 2");
    Spectrum spectrum = ExampleRun.spectrum();
    assertThat(spectrum.edgesGeV2()).hasSize(181).startsWith(-0.2);
    assertThat(spectrum.total()[100])
        .isGreaterThan(spectrum.components().get(1).expected().get(100));
  }

  private static Hypothesis withExpected(Hypothesis given, double expected) {
    return new Hypothesis(
        given.massMeV(),
        given.sigmaMeV(),
        given.acceptance(),
        given.acceptanceBeforeWindow(),
        OptionalLong.empty(),
        expected,
        given.expectedSigma(),
        given.significance(),
        given.pValue(),
        given.bestFitSignal(),
        given.eventsLimit(),
        given.branchingSES(),
        given.mixingSES(),
        given.branchingLimit(),
        given.mixingLimit(),
        given.expectedFullExposure(),
        given.status());
  }
}
