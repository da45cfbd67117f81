<?php
// A must-use plugin for tests: campaigns are on this machine, and nothing else is asked.
add_filter( 'http_request_host_is_external', '__return_true' );
add_filter(
	'http_allowed_safe_ports',
	function () {
		return range( 1, 65535 );
	}
);
add_filter(
	'pre_http_request',
	function ( $answer, $arguments, $url ) {
		$host = parse_url( $url, PHP_URL_HOST );
		return in_array( $host, array( 'localhost', '127.0.0.1' ), true ) ? $answer : new WP_Error( 'offline', 'Tests ask no other host.' );
	},
	10,
	3
);
add_filter( 'pre_wp_mail', '__return_true' );
// A planted shortcode: if it runs, a test sees it.
add_shortcode(
	'evil',
	function () {
		return '<b class="evil">evil</b>';
	}
);
