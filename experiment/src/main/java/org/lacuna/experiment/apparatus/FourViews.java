package org.lacuna.experiment.apparatus;

/// A chamber of four views (x, y and the two diagonals), each with a gap across the beam, of which
/// a track needs at least two.
///
/// A point lies in the gap of a view when its coordinate there is within `gap` of the centre of the
/// hole. Two views are left unless both of x, y or both of the diagonals are in their gaps: the
/// hole is the union of two squares.
///
/// @param z in m
/// @param holeX centre of the gaps, in m
/// @param gap half of their width, in m
/// @param outer radius of the chamber around the axis, in m
public record FourViews(String name, float z, float holeX, float gap, float outer)
    implements Plane {
  private static final float ROOT_HALF = 0.70710677f;

  @Override
  public float inside(float x, float y) {
    float fromHole = x - holeX;
    float upright = Math.max(Math.abs(fromHole), Math.abs(y));
    float diagonal = ROOT_HALF * Math.max(Math.abs(fromHole - y), Math.abs(fromHole + y));
    float beyondHole = Math.min(upright, diagonal) - gap;
    return Math.min(beyondHole, outer * outer - Math.fma(x, x, y * y));
  }
}
