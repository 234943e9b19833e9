import { isObject, own } from '../json/value.js'

/**
 * Whether `ocis.yaml` has a service account for any service: since oCIS 5, `ocis init` writes one for all of them.
 */
export function hasServiceAccount(document: unknown): boolean {
  if (!isObject(document)) return false
  return Object.values(document).some((service) => {
    const account = isObject(service) ? service['service_account'] : undefined
    return (
      isObject(account) && isSet(account['service_account_id']) && isSet(account['service_account_secret'])
    )
  })
}

const isSet = (value: unknown) => typeof value === 'string' && value !== ''

/** The settings of the web service in `ocis.yaml`, which has those of all services. */
export const webIn = (document: unknown): unknown => (isObject(document) ? own(document, 'web') : undefined)
