package org.lacuna.experiment.apparatus;

/// A ring: a disc around the axis with a round hole that may lie beside it.
///
/// @param z in m
/// @param holeX centre of the hole, in m
/// @param hole radius of the hole, in m
/// @param outer radius of the disc, in m
public record Ring(String name, float z, float holeX, float hole, float outer) implements Plane {
  @Override
  public float inside(float x, float y) {
    float fromHole = x - holeX;
    float beyondHole = Math.fma(fromHole, fromHole, y * y) - hole * hole;
    return Math.min(beyondHole, outer * outer - Math.fma(x, x, y * y));
  }
}
