package org.lacuna.experiment.apparatus;

import java.util.Arrays;
import java.util.List;
import org.lacuna.core.batch.Ray;
import org.lacuna.core.function.FloatMath;

/// Thick rings one behind the other along the tank, as the large-angle vetoes: inside when the ray
/// strikes one of them.
///
/// A ray that passes outside a ring at its front is lost for all rings that follow. A ring is
/// struck when the ray is within its outer radius at the front and beyond its inner radius at the
/// back. A ring that a ray starts behind has no say.
///
/// @param rings in the order of z
public record RingSeries(String name, List<Thick> rings) implements Plane {

  /// One ring; all lengths in m.
  public record Thick(float front, float back, float inner, float outer) {}

  public RingSeries {
    rings = List.copyOf(rings);
    if (rings.isEmpty()) throw new IllegalArgumentException(name + " has no rings");
  }

  /// Front of the first ring.
  @Override
  public float z() {
    return rings.getFirst().front;
  }

  /// A point at the front of the first ring.
  @Override
  public float inside(float x, float y) {
    Thick first = rings.getFirst();
    float square = Math.fma(x, x, y * y);
    return Math.min(square - first.inner * first.inner, first.outer * first.outer - square);
  }

  @Override
  public List<Plane> parts() {
    return rings.stream().<Plane>map(ring -> new RingSeries(name, List.of(ring))).toList();
  }

  @Override
  public void lower(float[] margin, Ray ray, int n) {
    // Walks towards the beam from the last ring: a hit in an earlier ring counts whatever comes
    // behind it, but not if the ray has passed outside.
    float[] struck = ray.scratch;
    Arrays.fill(struck, 0, n, -1f);
    for (int k = rings.size() - 1; k >= 0; k--) step(rings.get(k), struck, ray, n);
    for (int i = 0; i < n; i++) margin[i] = Math.min(margin[i], struck[i]);
  }

  private static void step(Thick ring, float[] struck, Ray ray, int n) {
    float front = ring.front;
    float back = ring.back;
    float inner2 = ring.inner * ring.inner;
    float outer2 = ring.outer * ring.outer;
    for (int i = 0; i < n; i++) {
      float toFront = Math.max(0f, front - ray.z[i]);
      float x = Math.fma(ray.slopeX[i], toFront, ray.x[i]);
      float y = Math.fma(ray.slopeY[i], toFront, ray.y[i]);
      float toBack = Math.max(0f, back - ray.z[i]);
      float u = Math.fma(ray.slopeX[i], toBack, ray.x[i]);
      float v = Math.fma(ray.slopeY[i], toBack, ray.y[i]);
      float within = outer2 - Math.fma(x, x, y * y);
      float beyond = Math.fma(u, u, v * v) - inner2;
      float here = Math.min(within, Math.max(beyond, struck[i]));
      struck[i] = Math.fma(FloatMath.step(front - ray.z[i]), here - struck[i], struck[i]);
    }
  }
}
