<?php
/**
 * Plugin Name:       Undersigned
 * Description:       Shows campaigns of one Undersigned site in full: paste a campaign's address, or pick one in the editor.
 * Version:           1.0.0
 * Requires at least: 6.0
 * Requires PHP:      7.4
 * License:           GPL-2.0-or-later
 * License URI:       https://www.gnu.org/licenses/gpl-2.0.html
 * Text Domain:       undersigned
 *
 * Posts hold nothing but the campaign's address, in an ordinary Embed block or on a line of its own. This plugin only changes
 * what visitors see there, so posts stay readable without it: WordPress then shows a card, or the address as a link.
 *
 * @package Undersigned
 */

namespace Undersigned;

defined( 'ABSPATH' ) || exit;

/** The address of the campaign site, such as https://act.example.org. */
const OPTION = 'undersigned_host';
/** What that site says about its campaigns, or why it said nothing. */
const CACHE = 'undersigned_campaigns';
/** The script that gives frames their height. Browsers refuse it if it is not exactly this one. */
const LOADER = '/embed/v1.1.0.js';
const LOADER_INTEGRITY = 'sha384-HP5hnbQkUhBXWxHI2mknt1KvUdIczZ1oxXdw/2hcDXs7xii+F8/FXdv4SkF7EmKl';
/** The height of a frame before the script knows better, if the campaign site has not said another one. */
const HEIGHT = 860;
const SANDBOX = 'allow-scripts allow-same-origin allow-forms allow-modals allow-downloads allow-popups'
	. ' allow-popups-to-escape-sandbox allow-top-navigation-to-custom-protocols';

add_action( 'init', __NAMESPACE__ . '\\start' );
add_action( 'admin_init', __NAMESPACE__ . '\\settings' );
add_action( 'admin_init', __NAMESPACE__ . '\\list_in_editor' );
add_action( 'rest_api_init', __NAMESPACE__ . '\\list_in_editor' );
add_action( 'admin_menu', __NAMESPACE__ . '\\menu' );
add_filter( 'oembed_result', __NAMESPACE__ . '\\in_editor', 10, 2 );
add_filter( 'script_loader_tag', __NAMESPACE__ . '\\pinned', 10, 2 );
register_uninstall_hook( __FILE__, __NAMESPACE__ . '\\uninstall' );

/** The campaign site without a slash at the end, or '' before an administrator has named one. */
function host(): string {
	$host = get_option( OPTION, '' );
	return is_string( $host ) ? $host : '';
}

/** Translations, and what happens to a bare address. */
function start(): void {
	load_plugin_textdomain( 'undersigned', false, dirname( plugin_basename( __FILE__ ) ) . '/languages' );
	if ( '' !== host() ) {
		// Before the handlers that other plugins register for any address.
		wp_embed_register_handler( 'undersigned', pattern(), __NAMESPACE__ . '\\embed', 5 );
	}
}

/** Matches the addresses of this site's campaigns, with their query and fragment. */
function pattern(): string {
	return '~^' . preg_quote( host(), '~' ) . '/[ce]/([a-z0-9-]{1,64})(?:/([A-Za-z0-9-]{2,20}))?/?(\?[^#\s]*)?(?:#\S*)?$~';
}

/** What stands in a post for an address that matched. */
function embed( array $matches, array $attributes = array(), string $url = '' ): string {
	$frame = frame( $matches );
	return '' === $frame ? esc_url( $url ) : $frame;
}

/** The editor's preview asks another way than posts do. */
function in_editor( $html, $url ) {
	$matches = array();
	if ( '' === host() || ! is_string( $url ) || ! preg_match( pattern(), $url, $matches ) ) {
		return $html;
	}
	$frame = frame( $matches );
	return '' === $frame ? $html : $frame;
}

/** The frame of a campaign and a link to its page; only the link in a feed. '' if the language cannot be known. */
function frame( array $matches ): string {
	$campaign = campaigns()['list'][ $matches[1] ] ?? null;
	$language = ! empty( $matches[2] ) ? $matches[2] : ( $campaign['languages'][0] ?? '' );
	if ( '' === $language ) {
		return '';
	}
	$end   = $matches[1] . '/' . $language . '/';
	$asked = array();
	wp_parse_str( ltrim( str_replace( '&amp;', '&', $matches[3] ?? '' ), '?' ), $asked );
	$asked   = array_filter( array_intersect_key( $asked, array_flip( array( 'p', 'theme', 'background' ) ) ), 'is_string' );
	$asked   = array_map( 'rawurlencode', $asked );
	$embed   = add_query_arg( $asked, host() . '/e/' . $end );
	$landing = add_query_arg( array_intersect_key( $asked, array( 'p' => 1 ) ), host() . '/c/' . $end );
	$title   = $campaign['title'] ?? __( 'Campaign', 'undersigned' );
	$link    = sprintf(
		'<p><a href="%1$s" target="_blank" rel="noopener">%2$s</a></p>',
		esc_url( $landing ),
		/* translators: %s: the campaign's title */
		inert( sprintf( __( '%s: open on its own page', 'undersigned' ), $title ) )
	);
	if ( is_feed() ) {
		return $link;
	}
	wp_enqueue_script( 'undersigned', host() . LOADER, array(), null, true );
	return sprintf(
		'<div><iframe data-undersigned src="%1$s" title="%2$s" style="width: 100%%; border: 0" height="%3$d" loading="lazy"'
			. ' referrerpolicy="strict-origin-when-cross-origin" allow="clipboard-write; web-share; geolocation" sandbox="%4$s"></iframe></div>%5$s',
		esc_url( $embed ),
		/* translators: %s: the campaign's title */
		inert( sprintf( __( '%s – take action', 'undersigned' ), $title ) ),
		$campaign['heights'][ $language ] ?? HEIGHT,
		esc_attr( SANDBOX ),
		$link
	);
}

/** Text for an attribute or between tags, in which WordPress finds no shortcode. */
function inert( string $text ): string {
	return strtr( esc_attr( $text ), array( '[' => '&#091;', ']' => '&#093;' ) );
}

/** Adds what makes browsers refuse another script than the one this plugin knows. */
function pinned( $tag, $handle ) {
	if ( 'undersigned' !== $handle ) {
		return $tag;
	}
	return str_replace( ' src=', ' async integrity="' . esc_attr( LOADER_INTEGRITY ) . '" crossorigin="anonymous" src=', $tag );
}

/**
 * The campaigns of the site by their ids, and what went wrong if there are none. An answer is kept for an hour, a failure for
 * five minutes.
 *
 * @return array{list: array<string, array>, error: string}
 */
function campaigns(): array {
	$kept = get_transient( CACHE );
	if ( is_array( $kept ) && ( $kept['host'] ?? '' ) === host() ) {
		return $kept;
	}
	$found = '' === host() ? array( 'list' => array(), 'error' => '' ) : fetch();
	set_transient( CACHE, $found + array( 'host' => host() ), '' === $found['error'] ? HOUR_IN_SECONDS : 5 * MINUTE_IN_SECONDS );
	return $found;
}

/** Asks the campaign site for its list and believes only what has the right form. */
function fetch(): array {
	$failed = static function ( string $error ): array {
		return array(
			'list'  => array(),
			'error' => $error,
		);
	};
	$answer = wp_remote_get(
		host() . '/campaigns.json',
		array(
			'timeout'             => 5,
			'redirection'         => 2,
			'limit_response_size' => MB_IN_BYTES,
		)
	);
	if ( is_wp_error( $answer ) ) {
		return $failed( $answer->get_error_message() );
	}
	$status = (int) wp_remote_retrieve_response_code( $answer );
	if ( 200 !== $status ) {
		/* translators: %d: an HTTP status such as 404 */
		return $failed( sprintf( __( 'The site answered with status %d.', 'undersigned' ), $status ) );
	}
	$data = json_decode( wp_remote_retrieve_body( $answer ), true );
	if ( ! is_array( $data ) ) {
		return $failed( __( 'The site’s list of campaigns is not valid JSON. Is this an Undersigned site?', 'undersigned' ) );
	}
	$list = array();
	foreach ( $data as $entry ) {
		$id    = is_array( $entry ) ? ( $entry['id'] ?? null ) : null;
		$title = is_array( $entry ) ? ( $entry['title'] ?? null ) : null;
		if ( ! is_string( $id ) || ! preg_match( '/^[a-z0-9-]{1,64}$/D', $id ) || ! is_string( $title ) ) {
			continue;
		}
		$tag       = static function ( $language ) {
			return is_string( $language ) && preg_match( '/^[A-Za-z0-9-]{2,20}$/D', $language );
		};
		$languages = array_values( array_filter( (array) ( $entry['languages'] ?? array() ), $tag ) );
		$heights   = array();
		foreach ( (array) ( $entry['heights'] ?? array() ) as $language => $height ) {
			if ( is_int( $height ) && $tag( $language ) ) {
				$heights[ $language ] = max( 120, min( 12000, $height ) );
			}
		}
		$list[ $id ] = array(
			'title'     => wp_strip_all_tags( $title, true ),
			'languages' => $languages,
			'heights'   => $heights,
		);
	}
	return array(
		'list'  => $list,
		'error' => $list ? '' : __( 'The site lists no campaigns.', 'undersigned' ),
	);
}

/** Lists every campaign in every language among the editor's patterns: each inserts an Embed block with the address. */
function list_in_editor(): void {
	if ( '' === host() || ! current_user_can( 'edit_posts' ) || wp_doing_ajax() ) {
		return;
	}
	register_block_pattern_category( 'undersigned', array( 'label' => __( 'Campaigns', 'undersigned' ) ) );
	foreach ( campaigns()['list'] as $id => $campaign ) {
		foreach ( $campaign['languages'] as $language ) {
			$url   = esc_url_raw( host() . '/c/' . $id . '/' . $language . '/' );
			$title = $campaign['title'];
			register_block_pattern(
				'undersigned/' . $id . '-' . strtolower( $language ),
				array(
					/* translators: 1: the campaign's title, 2: a language tag such as en */
					'title'      => sprintf( __( '%1$s (%2$s)', 'undersigned' ), $title, $language ),
					'categories' => array( 'undersigned' ),
					'keywords'   => array( 'undersigned', 'campaign' ),
					'content'    => sprintf(
						"<!-- wp:embed %1\$s -->\n<figure class=\"wp-block-embed\"><div class=\"wp-block-embed__wrapper\">\n%2\$s\n</div></figure>\n<!-- /wp:embed -->",
						wp_json_encode( array( 'url' => $url ), JSON_UNESCAPED_SLASHES ),
						esc_html( $url )
					),
				)
			);
		}
	}
}

/** The settings page in the menu. */
function menu(): void {
	$title = __( 'Undersigned', 'undersigned' );
	add_options_page( $title, $title, 'manage_options', 'undersigned', __NAMESPACE__ . '\\page' );
}

/** The one setting. WordPress checks the capability and the nonce when it is saved. */
function settings(): void {
	register_setting(
		'undersigned',
		OPTION,
		array(
			'type'              => 'string',
			'default'           => '',
			'sanitize_callback' => __NAMESPACE__ . '\\checked',
			'show_in_rest'      => false,
		)
	);
	add_settings_section( 'undersigned', '', '__return_null', 'undersigned' );
	add_settings_field( OPTION, __( 'Campaign site', 'undersigned' ), __NAMESPACE__ . '\\field', 'undersigned', 'undersigned', array( 'label_for' => OPTION ) );
}

/** The address of the site, if somebody has pasted that of one of its pages. */
function site_of( string $address ): string {
	$page = '~(?:/(?:c|e|partners)/[a-z0-9-]{1,64}(?:/[A-Za-z0-9-]{2,64}){0,4}/*(?:index\.html)?(?:[?#].*)?|/+(?:index\.html)?)$~D';
	$site = preg_replace( $page, '', $address, 1 );
	return preg_replace_callback(
		'~^https?://[^/]*~i',
		static function ( array $start ): string {
			return strtolower( $start[0] );
		},
		(string) $site
	);
}

/** An address that may be kept; the old one, with a message, if it may not. */
function checked( $value ): string {
	$value = is_string( $value ) ? site_of( trim( $value ) ) : '';
	if ( '' === $value ) {
		delete_transient( CACHE );
		return '';
	}
	$parts = wp_parse_url( $value );
	$parts = is_array( $parts ) ? $parts : array();
	$local = in_array( $parts['host'] ?? '', array( 'localhost', '127.0.0.1' ), true );
	$right = preg_match( '~^https?://[a-z0-9.-]+(:[0-9]{1,5})?(/[A-Za-z0-9._\~-]+)*$~D', $value )
		&& ( 'https' === ( $parts['scheme'] ?? '' ) || $local );
	if ( ! $right ) {
		add_settings_error( OPTION, 'undersigned_host', __( 'That isn’t the address of a campaign site. It begins with https:// and has no query, such as https://act.example.org.', 'undersigned' ) );
		return host();
	}
	delete_transient( CACHE );
	return $value;
}

/** The field for the address. */
function field(): void {
	printf(
		'<input type="url" class="regular-text code" id="%1$s" name="%1$s" value="%2$s" placeholder="https://act.example.org" aria-describedby="undersigned-hint"><p class="description" id="undersigned-hint">%3$s</p>',
		esc_attr( OPTION ),
		esc_attr( host() ),
		esc_html__( 'Campaigns from this site appear in full wherever their address is on a line of its own, whoever wrote the post. A script from this site runs on those pages to fit the frame to the campaign’s height; browsers refuse it if it ever changes.', 'undersigned' )
	);
}

/** The settings page: the address, and what the site says. */
function page(): void {
	if ( ! current_user_can( 'manage_options' ) ) {
		return;
	}
	echo '<div class="wrap"><h1>' . esc_html( get_admin_page_title() ) . '</h1><form action="options.php" method="post">';
	settings_fields( 'undersigned' );
	do_settings_sections( 'undersigned' );
	submit_button();
	echo '</form>';
	$campaigns = campaigns();
	if ( '' !== $campaigns['error'] ) {
		/* translators: %s: what went wrong */
		$message = sprintf( __( 'The list of campaigns couldn’t be read: %s', 'undersigned' ), $campaigns['error'] );
		echo '<div class="notice notice-error inline"><p>' . esc_html( $message ) . '</p></div>';
	}
	if ( $campaigns['list'] ) {
		echo '<h2>' . esc_html__( 'Campaigns', 'undersigned' ) . '</h2><ul>';
		foreach ( $campaigns['list'] as $id => $campaign ) {
			$url = host() . '/c/' . $id . '/' . ( $campaign['languages'][0] ?? '' ) . '/';
			echo '<li><a href="' . esc_url( $url ) . '">' . esc_html( $campaign['title'] ) . '</a></li>';
		}
		echo '</ul><p>' . esc_html__( 'In the editor, you’ll find them among the patterns, in the category “Campaigns”.', 'undersigned' ) . '</p>';
	}
	echo '</div>';
}

/** Leaves nothing but the addresses in posts. */
function uninstall(): void {
	delete_option( OPTION );
	delete_transient( CACHE );
}
