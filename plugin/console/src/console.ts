// SPDX-License-Identifier: BSL-1.0
// The module that the plugin's entries of the menu name: it defines their elements.
import './contacts/page.js';
import './external_sources/page.js';
import './identity_resolution/page.js';
