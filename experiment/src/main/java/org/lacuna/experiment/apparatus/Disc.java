package org.lacuna.experiment.apparatus;

/// A disc around the axis: an aperture.
///
/// @param z in m
/// @param radius in m
public record Disc(String name, float z, float radius) implements Plane {
  @Override
  public float inside(float x, float y) {
    return radius * radius - Math.fma(x, x, y * y);
  }
}
