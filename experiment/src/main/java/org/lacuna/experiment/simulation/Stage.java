package org.lacuna.experiment.simulation;

import java.util.function.Consumer;

/// A named piece of the chain. The name is the scope of its random numbers and its heading when an
/// event is replayed.
public record Stage(String name, Consumer<Batch> work) {}
