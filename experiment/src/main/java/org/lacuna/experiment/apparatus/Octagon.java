package org.lacuna.experiment.apparatus;

/// A regular octagon around the axis, two sides upright, with a round hole on the axis: the LKr.
///
/// @param z in m
/// @param hole radius of the hole, in m
/// @param apothem distance of the sides from the axis, in m
public record Octagon(String name, float z, float hole, float apothem) implements Plane {
  private static final float ROOT_2 = 1.4142135f;

  @Override
  public float inside(float x, float y) {
    float u = Math.abs(x);
    float v = Math.abs(y);
    float straight = apothem - Math.max(u, v);
    float oblique = ROOT_2 * apothem - (u + v);
    float beyondHole = Math.fma(x, x, y * y) - hole * hole;
    return Math.min(beyondHole, Math.min(straight, oblique));
  }
}
