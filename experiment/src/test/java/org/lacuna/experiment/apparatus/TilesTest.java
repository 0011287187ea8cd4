package org.lacuna.experiment.apparatus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TilesTest {
  private static final Tiles TILES = new Tiles(0.22f, 0.44f / 3, 0.22f);

  /// Half of the detector, in steps that never end on an edge.
  private static final float STEP_M = 0.0101f;

  private static final int STEPS = 130;

  @Test
  void everyPointLiesInItsTileAndTheCentreInTheSameOne() {
    for (int i = -STEPS; i <= STEPS; i++) {
      for (int j = -STEPS; j <= STEPS; j++) {
        float x = i * STEP_M;
        float y = j * STEP_M;
        float side = TILES.side(x, y);
        float centreX = TILES.centre(x, side);
        float centreY = TILES.centre(y, side);
        assertThat(Math.abs(x - centreX)).isLessThanOrEqualTo(side / 2 + 1e-5f);
        assertThat(Math.abs(y - centreY)).isLessThanOrEqualTo(side / 2 + 1e-5f);
        assertThat(TILES.side(centreX, centreY)).isEqualTo(side);
        assertThat(TILES.centre(centreX, side)).isEqualTo(centreX);
      }
    }
  }

  /// 140 tiles, and nine small ones, of which the beam pipe takes the middle one.
  @Test
  void thereAreAsManyAsInTheDetector() {
    Set<String> large = new HashSet<>();
    Set<String> small = new HashSet<>();
    for (int i = -STEPS; i <= STEPS; i++) {
      for (int j = -STEPS; j <= STEPS; j++) {
        float side = TILES.side(i * STEP_M, j * STEP_M);
        String tile = TILES.centre(i * STEP_M, side) + " " + TILES.centre(j * STEP_M, side);
        (side == 0.22f ? large : small).add(tile);
      }
    }
    assertThat(large).hasSize(140);
    assertThat(small).hasSize(9);
  }

  @Test
  void refusesTilesWithoutSize() {
    assertThatThrownBy(() -> new Tiles(0, 0.1f, 0.2f))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("larger than 0 m");
  }
}
