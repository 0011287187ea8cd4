package org.lacuna.application;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class RehearsalTest {
  @Test
  void runsOneCommandAfterTheOther() {
    assertThat(Rehearsal.run("--help", "workspace limit src/rehearsal/two-bins.json --json"))
        .isZero();
  }

  @Test
  void stopsAtTheFirstThatFails() {
    assertThat(Rehearsal.run("workspace limit missing.json", "--help")).isEqualTo(2);
  }
}
