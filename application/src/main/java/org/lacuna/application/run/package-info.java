/// The whole analysis of a card: work cut into pieces, done by threads, added in order, and
/// written.
///
/// Nothing is simulated or analysed here; this package only decides what is done in which order. A
/// chunk of events is a function of the sample and its number, so the bits of a result do not
/// depend on the threads. Start reading at [org.lacuna.application.run.Run].
@NullMarked
package org.lacuna.application.run;

import org.jspecify.annotations.NullMarked;
