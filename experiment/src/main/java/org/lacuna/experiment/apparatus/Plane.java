package org.lacuna.experiment.apparatus;

import java.lang.invoke.MethodHandles;
import java.util.List;
import org.lacuna.core.batch.Formula;
import org.lacuna.core.batch.Ray;
import org.lacuna.core.batch.Spin;

/// A sensitive or limiting surface at fixed z. A new shape is one record with this interface and
/// one line in the table of shapes.
public interface Plane {
  String name();

  /// Where it stands, in m.
  float z();

  /// Positive inside, zero or negative outside, in any unit that grows with the distance to the
  /// edge.
  ///
  /// @param x in m
  /// @param y in m
  @Formula
  float inside(float x, float y);

  /// What it is made of, along the beam, if that is more than one surface.
  default List<Plane> parts() {
    return List.of(this);
  }

  /// Lowers the margin of rows whose ray misses the plane. A ray that starts behind the plane is
  /// judged where it starts: it has no history.
  default void lower(float[] margin, Ray ray, int n) {
    LOOPS.get(getClass()).apply(this, margin, ray, n);
  }

  /// One loop for each shape.
  Spin<Loop> LOOPS = new Spin<>(MethodHandles.lookup(), PlainLoop.class);

  /// The loop over the rows.
  interface Loop {
    void apply(Plane plane, float[] margin, Ray ray, int n);
  }

  /// The loop that is copied for each shape.
  final class PlainLoop implements Loop {
    PlainLoop() {}

    @Override
    public void apply(Plane plane, float[] margin, Ray ray, int n) {
      float z = plane.z();
      for (int i = 0; i < n; i++) {
        float path = Math.max(0f, z - ray.z[i]);
        float x = Math.fma(ray.slopeX[i], path, ray.x[i]);
        float y = Math.fma(ray.slopeY[i], path, ray.y[i]);
        margin[i] = Math.min(margin[i], plane.inside(x, y));
      }
    }
  }
}
