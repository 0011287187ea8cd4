package org.lacuna.analysis.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.lacuna.analysis.validation.WorkingPoint.Change;

class WorkingPointTest {
  private static final List<WorkingPoint> BEFORE =
      List.of(new WorkingPoint(0.3, 1e-3, 90, 50), new WorkingPoint(0.34, 1.2e-3, 110, 50));

  @Test
  void whatChangesNothingHasNoError() {
    Change change = WorkingPoint.change(BEFORE, BEFORE);
    assertThat(change.acceptance().value()).isZero();
    assertThat(change.acceptance().sigma()).isZero();
    assertThat(change.background().sigma()).isZero();
  }

  /// Changes of 5 and 15 of 100 are 10 % on average, with the error of two parts, 5 %.
  @Test
  void theErrorIsTheSpreadOfTheParts() {
    List<WorkingPoint> after =
        List.of(new WorkingPoint(0.3, 1e-3, 95, 50), new WorkingPoint(0.34, 1.2e-3, 125, 50));
    Change change = WorkingPoint.change(BEFORE, after);
    assertThat(change.background().value()).isCloseTo(0.10, within(1e-12));
    assertThat(change.background().sigma()).isCloseTo(0.05, within(1e-12));
    assertThat(change.sigma().value()).isZero();
    assertThat(change.tail().value()).isZero();
  }
}
