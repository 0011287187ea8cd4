package org.lacuna.experiment.apparatus;

import org.lacuna.core.function.FloatMath;

/// Square tiles side by side, with smaller ones in a square around the axis.
///
/// Formulas for one point: which tile holds it. They take the centre of a tile as well as any other
/// point of it.
///
/// @param size side of a tile, in m
/// @param innerSize side of a tile around the axis, in m
/// @param innerHalf half of the side of the square that these fill, in m
public record Tiles(float size, float innerSize, float innerHalf) {
  /// Moves all tiles to positive numbers, where a conversion rounds down.
  private static final float FAR = 64;

  public Tiles {
    if (!(size > 0 && innerSize > 0 && innerHalf > 0)) {
      throw new IllegalArgumentException(
          "tiles are larger than 0 m, not "
              + size
              + " and "
              + innerSize
              + " m in a square of half "
              + innerHalf
              + " m");
    }
  }

  /// Side of the tile that holds a point.
  public float side(float x, float y) {
    float isInner = FloatMath.step(innerHalf - Math.max(Math.abs(x), Math.abs(y)));
    return Math.fma(isInner, innerSize - size, size);
  }

  /// Centre of the tile along one axis.
  ///
  /// @param u coordinate of the point
  /// @param side of its tile
  public float centre(float u, float side) {
    float number = (int) ((u + innerHalf) / side + FAR) - FAR;
    return Math.fma(number + 0.5f, side, -innerHalf);
  }
}
