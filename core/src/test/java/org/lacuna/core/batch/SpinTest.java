package org.lacuna.core.batch;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.invoke.MethodHandles;
import org.junit.jupiter.api.Test;

class SpinTest {
  interface Formula {
    float of(float x);
  }

  interface Loop {
    void apply(Formula formula, float[] column);
  }

  static final class PlainLoop implements Loop {
    PlainLoop() {}

    @Override
    public void apply(Formula formula, float[] column) {
      for (int i = 0; i < column.length; i++) column[i] = formula.of(column[i]);
    }
  }

  private final Spin<Loop> loops = new Spin<>(MethodHandles.lookup(), PlainLoop.class);

  @Test
  void givesEachFormulaClassALoopOfItsOwn() {
    Formula twice = x -> 2 * x;
    Formula square = x -> x * x;
    Loop forTwice = loops.get(twice.getClass());
    assertThat(forTwice.getClass()).isNotEqualTo(loops.get(square.getClass()).getClass());
    assertThat(loops.get(twice.getClass())).isSameAs(forTwice);
    float[] column = {1, 3};
    forTwice.apply(twice, column);
    loops.get(square.getClass()).apply(square, column);
    assertThat(column).containsExactly(4, 36);
  }
}
