package org.lacuna.application.run;

/// Hears how far a run is.
public interface Progress {
  /// A part of the run begins.
  ///
  /// @param part what it does
  /// @param cost of all its work, in decays thrown
  void begin(String part, double cost);

  /// Some of it is done. Called by all threads.
  void advance(double cost);

  /// The part is over.
  void end();

  /// Says nothing.
  Progress SILENT =
      new Progress() {
        @Override
        public void begin(String part, double cost) {}

        @Override
        public void advance(double cost) {}

        @Override
        public void end() {}
      };
}
