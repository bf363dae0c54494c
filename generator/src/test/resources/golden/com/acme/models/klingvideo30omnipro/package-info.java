/**
 * Kling VIDEO 3.0 Omni Pro, ready to use: start at {@link
 * com.acme.models.klingvideo30omnipro.KlingVideo30OmniPro}.
 */
@Generated("dev.callsheet")
@NullMarked
package com.acme.models.klingvideo30omnipro;

import javax.annotation.processing.Generated;
import org.jspecify.annotations.NullMarked;
