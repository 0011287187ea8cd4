package org.lacuna.analysis.limits;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lacuna.analysis.limits.EarlierLimit.Lepton;
import org.lacuna.analysis.limits.EarlierLimit.Point;
import org.lacuna.analysis.limits.EarlierLimit.Side;

class EarlierLimitsTest {

  @Test
  void everyCurveRisesInMassAndSaysWhereItIsFrom() {
    assertThat(EarlierLimits.all())
        .hasSize(15)
        .allSatisfy(limit -> {
          List<Double> masses = limit.points().stream().map(Point::massMeV).toList();
          assertThat(masses).hasSizeGreaterThan(20).isSorted().allMatch(mass -> mass > 0);
          assertThat(limit.points()).allMatch(p -> p.mixingSquared() > 0 && p.mixingSquared() < 1);
          assertThat(limit.citation()).isNotBlank();
          assertThat(limit.obtained()).isNotBlank();
          assertThat(limit.process()).isNotBlank();
          assertThat(limit.confidenceLevel()).isNotBlank();
        });
  }

  /// The captions of Figs. 5 and 6 of the paper name them.
  @Test
  void thePaperDrawsFourMuonSearchesAndFiveElectronSearchesAndBbn() {
    assertThat(EarlierLimits.drawnInPaper(Lepton.MUON))
        .extracting(EarlierLimit::excludes)
        .containsExactly(Side.ABOVE, Side.ABOVE, Side.ABOVE, Side.ABOVE, Side.BELOW);
    assertThat(EarlierLimits.drawnInPaper(Lepton.ELECTRON))
        .extracting(EarlierLimit::excludes)
        .containsExactly(Side.ABOVE, Side.ABOVE, Side.ABOVE, Side.ABOVE, Side.ABOVE, Side.BELOW);
  }

  /// Artamonov et al. quote 175 to 300 MeV and limits from 1e-7 to 1e-9.
  @Test
  void theE949CurveHasThePublishedRange() {
    EarlierLimit e949 =
        EarlierLimits.all().stream()
            .filter(limit -> limit.label().contains("E949"))
            .findFirst()
            .orElseThrow();
    assertThat(e949.points().getFirst()).isEqualTo(new Point(178.0, 8.78e-8));
    assertThat(e949.points()).allMatch(p -> p.mixingSquared() > 1e-9 && p.mixingSquared() < 1e-7);
  }
}
