package dev.callsheet.spring;

import dev.callsheet.runtime.client.CallsheetClientBuilder;
import org.springframework.boot.autoconfigure.service.connection.ConnectionDetails;

/**
 * With which keys the application's client goes where. A bean of this type stands in place of all
 * keys and endpoints in properties and environment variables, so that a test never sends what costs
 * to a platform.
 */
@FunctionalInterface
public interface CallsheetConnectionDetails extends ConnectionDetails {
  /** Gives the client its keys and endpoints. */
  void connect(CallsheetClientBuilder settings);
}
