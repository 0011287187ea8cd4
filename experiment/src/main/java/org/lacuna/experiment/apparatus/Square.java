package org.lacuna.experiment.apparatus;

/// A square around the axis with a round hole on it.
///
/// @param z in m
/// @param hole radius of the hole, in m; 0 for none
/// @param half half of the side, in m
public record Square(String name, float z, float hole, float half) implements Plane {
  @Override
  public float inside(float x, float y) {
    float beyondHole = Math.fma(x, x, y * y) - hole * hole;
    return Math.min(beyondHole, half - Math.max(Math.abs(x), Math.abs(y)));
  }
}
