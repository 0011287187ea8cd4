package org.lacuna.statistics.histfactory;

/// A workspace, patch or measurement that cannot be used. The message names the channel, sample and
/// modifier (or the key of the file), what was found there and what is allowed.
public final class WorkspaceException extends IllegalArgumentException {
  private static final long serialVersionUID = 1;

  public WorkspaceException(String message) {
    super(message);
  }

  public WorkspaceException(String message, Throwable cause) {
    super(message, cause);
  }
}
