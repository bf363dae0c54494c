package dev.callsheet.sandbox.internal.http;

import dev.callsheet.sandbox.internal.fault.FaultPayloads;
import dev.callsheet.sandbox.internal.service.ErrorEntry;
import java.util.Collection;
import org.eclipse.jetty.http.HttpHeader;

/** The reply to a request by a method that its address does not have. */
public final class MethodRefusal {
  private static final int NOT_ALLOWED = 405;

  private MethodRefusal() {}

  /** The reply of an address that has these methods. */
  public static PreparedHttpReply of(Collection<String> methods) {
    String allowed = String.join(", ", methods);
    ErrorEntry error = ErrorEntry.of("methodNotAllowed", "This is asked for by " + allowed + ".");
    return PreparedHttpReply.json(NOT_ALLOWED, FaultPayloads.errorEnvelope(error))
        .withHeader(HttpHeader.ALLOW.asString(), allowed);
  }
}
